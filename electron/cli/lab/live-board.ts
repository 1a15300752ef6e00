import type { Host } from "./hosts/host";
import type { Lab } from "./lab";
import { type BoardRead, type CellRead, isSealed, readBoard, readChip } from "./read/board";

/** What the lab's board says of one host. */
export interface LiveRow {
  readonly host: string;
  readonly person: string;
  readonly address: string;
  readonly connection: string;
  readonly cards: string;
  readonly lamp: string;
  readonly memory: string;
}

const lampOf = (cards: readonly CellRead[]): string => {
  const sealed = cards.filter(isSealed).map(({ lamp, laptops }) => `${lamp} (${laptops})`);
  return [...new Set(sealed)].join("; ");
};

const cardsOf = (cards: readonly CellRead[]): string =>
  `${cards.filter(isSealed).length} of ${cards.filter(({ lamp }) => lamp !== "").length} sealed`;

const ofPerson = ({ rows }: BoardRead, person: string): readonly CellRead[] =>
  rows.find((row) => row.person === person)?.cards ?? [];

const rowOf = async (lab: Lab, host: Host): Promise<LiveRow> => {
  const { up, loss, delayMs } = lab.link(host);
  const air = [
    up ? "" : "cut off",
    loss > 0 ? `${Math.round(loss * 100)} % lost` : "",
    delayMs > 0 ? `+${delayMs} ms` : "",
  ].filter((part) => part !== "");
  const base = { host: host.name, person: host.person, address: host.port.address };
  if (!host.isRunning()) return { ...base, connection: "down", cards: "", lamp: "", memory: "" };
  const { page } = host.laptop();
  const cards = ofPerson(await readBoard(page), host.person);
  const [connection = ""] = (await readChip(page)).split(" · ");
  return {
    ...base,
    connection: [connection, ...air].join(", "),
    cards: cards.length === 0 ? "not in the room view" : cardsOf(cards),
    lamp: lampOf(cards),
    memory: `${await host.memoryMb()} MB`,
  };
};

/** A host may end while it is read; then the next board says so. */
const rowOrNote = (lab: Lab, host: Host): Promise<LiveRow> =>
  rowOf(lab, host).catch(() => ({
    host: host.name,
    person: host.person,
    address: host.port.address,
    connection: "does not answer",
    cards: "",
    lamp: "",
    memory: "",
  }));

/** The board of all hosts, read from their screens. */
export const liveBoard = (lab: Lab): Promise<readonly LiveRow[]> =>
  Promise.all(lab.hosts.map((host) => rowOrNote(lab, host)));

const columns = ["host", "person", "address", "connection", "cards", "lamp", "memory"] as const;

/** Rows as a table for a terminal. */
export const boardText = (rows: readonly LiveRow[]): string => {
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column])))].join("\n");
};
