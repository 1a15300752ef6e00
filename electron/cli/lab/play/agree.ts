import type { Host } from "../hosts/host";
import { isSealed, readBoard, sharedPart } from "../read/board";
import { readHandOffs } from "../read/hand-offs";
import { isSoon } from "../until";
import type { Book } from "./book";
import type { Seat } from "./seat";

/** Null where all show the same; otherwise what each shows. */
const boardsApart = async (hosts: readonly Host[]): Promise<readonly string[] | null> => {
  const boards = await Promise.all(hosts.map((host) => readBoard(host.laptop().page)));
  const shown = boards.map(sharedPart);
  return new Set(shown).size === 1 && (boards[0]?.rows.length ?? 0) > 0 ? null : shown;
};

/** Every card that was sealed is shown as sealed, on as many laptops as there are. */
const cardsInPlace = async (hosts: readonly Host[], all: readonly Host[], book: Book): Promise<boolean> => {
  const [reader] = hosts;
  if (reader === undefined) return true;
  const { rows } = await readBoard(reader.laptop().page);
  return all.every(({ name, person }) => {
    const wanted = book.sealed.filter(({ host }) => host === name).length;
    const cards = rows.find((row) => row.person === person)?.cards ?? [];
    return cards.filter((card) => isSealed(card) && card.laptops >= hosts.length).length >= wanted;
  });
};

/** What is worth a word about where hosts were apart for long. */
const longMs = 8000;

const hasAllHandOffs = async ({ laptop }: Host, { handOffs }: Book): Promise<boolean> => {
  const shown = await readHandOffs(laptop().page);
  return handOffs.every((text) => shown.some((line) => line.includes(text)));
};

/**
 * Waits until every running host shows the same board with every sealed card in its place, and every text that was handed over. Gives
 * the milliseconds this took, or null where it did not come to be.
 */
export const agreement = async (
  seats: readonly Seat[],
  book: Book,
  { patienceMs, say }: { readonly patienceMs: number; readonly say: (line: string) => void },
): Promise<number | null> => {
  const started = performance.now();
  const running = seats.filter(({ host }) => host.isRunning());
  const hosts = running.map(({ host }) => host);
  const all = seats.map(({ host }) => host);
  await Promise.all(running.map((seat) => seat.toRoom()));
  const left = (): number => patienceMs - (performance.now() - started);
  const inRoomsMs = performance.now() - started;
  let apart: readonly string[] | null = null;
  const boards = async () => {
    const shown = await boardsApart(hosts);
    apart = shown ?? apart;
    return shown === null && (await cardsInPlace(hosts, all, book));
  };
  const agreed = await isSoon(left(), boards);
  const agreedMs = performance.now() - started;
  if (!agreed || agreedMs > longMs)
    say(`everybody was in the room after ${Math.round(inRoomsMs)} ms; last apart: ${JSON.stringify(apart)}`);
  if (!agreed) return null;
  // Texts are shown beside a card; that they were there already while it was being opened costs no time of agreement.
  await Promise.all(running.map((seat) => seat.toCard()));
  const texts = async () =>
    (await Promise.all(hosts.map((host) => hasAllHandOffs(host, book)))).every(Boolean);
  const opened = performance.now();
  if (await texts()) return Math.round(agreedMs);
  if (!(await isSoon(left(), texts))) return null;
  return Math.round(agreedMs + performance.now() - opened);
};
