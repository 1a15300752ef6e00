import { copyFile, readFile, writeFile as writeBytes } from "node:fs/promises";
import {
  checkFile,
  checkFileOfLoop,
  type FileSaid,
  leaveFile,
  openOtherLoop,
  takeIn,
  writeFile,
} from "../acts/stick-acts";
import { readBoard, sharedPart } from "../read/board";
import type { Carrying } from "../script/events";
import type { Table } from "./player";
import type { Seat } from "./seat";

/** What a refusal has to name, by what was done to the file. */
const reasons = {
  changed: /damaged, or somebody changed it/,
  cutShort: /ends too early/,
  noLoop: /is no Panelbook loop/,
  otherLoop: /in no loop that this file belongs to/,
  ofAnother: /is of another loop/,
} as const;

const seatAt = ({ seats }: Table, host: number): Seat => {
  const seat = seats[host];
  if (seat === undefined) throw new Error(`there is no host ${host + 1}`);
  return seat;
};

const boardOf = async ({ host }: Seat): Promise<string> => sharedPart(await readBoard(host.laptop().page));

/** The first host's file on the stick in the second's laptop. */
const onStick = async (from: Seat, to: Seat, event: Carrying): Promise<void> => {
  await from.toRoom();
  const path = await writeFile(from.host.laptop(), event.part);
  await copyFile(path, to.host.stick);
  await from.toRoom();
};

const expectSaid = (said: FileSaid, does: FileSaid["does"], why: RegExp | null = null): void => {
  if (said.does !== does || (why !== null && !why.test(said.text)))
    throw new Error(`a file was to ${does}${why === null ? "" : ` for ${why}`}, but: ${said.text}`);
};

/** Looks at a file that changes nothing: refused for this reason, or known already. */
const changesNothing = async (
  seat: Seat,
  check: () => Promise<FileSaid>,
  why: RegExp | null,
): Promise<string> => {
  await seat.toRoom();
  const before = await boardOf(seat);
  const said = await check();
  expectSaid(said, why === null ? "bringNothing" : "refuse", why);
  await leaveFile(seat.host.laptop());
  if ((await boardOf(seat)) !== before) throw new Error("a file that was not taken in changed the board");
  return said.text;
};

/** A stick goes from one host to another; the same file a second time changes nothing. */
export const carry = async (table: Table, event: Carrying): Promise<void> => {
  const [from, to] = [seatAt(table, event.from), seatAt(table, event.to)];
  await onStick(from, to, event);
  await to.toRoom();
  const laptop = to.host.laptop();
  const said = await checkFile(laptop);
  expectSaid(said, "bring");
  await takeIn(laptop);
  const brought = /Brings [^.]*\./.exec(said.text)?.[0] ?? said.text;
  table.say(`${from.host.name} to ${to.host.name}, ${event.part}: ${brought}`);
  if (event.again !== true) return;
  await changesNothing(to, () => checkFile(laptop), null);
  table.say(`the same file again at ${to.host.name}: nothing new, and the board is the same`);
};

const damages = {
  changed: (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    const middle = copy.length >> 1;
    copy[middle] = (copy[middle] ?? 0) ^ 1;
    return copy;
  },
  cutShort: (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 100),
  noLoop: (bytes: Buffer): Buffer => Buffer.from(bytes.toReversed()),
} as const;

/** Files that were damaged on the way, each in its way, and files of another loop: all refused with the reason. */
export const carryBroken = async (table: Table, event: Carrying): Promise<void> => {
  const [from, to] = [seatAt(table, event.from), seatAt(table, event.to)];
  await onStick(from, to, event);
  const good = await readFile(to.host.stick);
  const refused = async (seat: Seat, why: keyof typeof reasons, check: () => Promise<FileSaid>) => {
    const text = await changesNothing(seat, check, reasons[why]);
    table.say(`${why}, refused at ${seat.host.name}: ${text}`);
  };
  for (const how of ["changed", "cutShort", "noLoop"] as const) {
    await writeBytes(to.host.stick, damages[how](good));
    await refused(to, how, () => checkFile(to.host.laptop()));
  }
  await openOtherLoop(from.host.laptop());
  const wrong = await writeFile(from.host.laptop(), "whole");
  for (const { host } of [from, to]) await copyFile(wrong, host.stick);
  await leaveFile(from.host.laptop());
  await refused(to, "otherLoop", () => checkFile(to.host.laptop()));
  await refused(from, "ofAnother", () => checkFileOfLoop(from.host.laptop()));
};
