import { readRefused, readRefusedLines } from "../read/board";
import { readCard } from "../read/card";
import { readHandOffs } from "../read/hand-offs";
import { type Book, doubled, lostBetween } from "./book";
import type { Seat } from "./seat";

export interface Judgement {
  readonly lost: number;
  readonly duplicated: number;
  readonly refused: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The texts handed over, as one host's open card shows them. */
const judgeHandOffs = async ({ host }: Seat, { handOffs }: Book) => {
  const shown = await readHandOffs(host.laptop().page);
  const times = handOffs.map((text) => shown.filter((line) => line.includes(text)).length);
  return {
    lost: times.filter((count) => count === 0).length,
    duplicated: sum(times.map((count) => Math.max(0, count - 1))),
  };
};

/** The card that is open, question by question, beside what was saved of it. */
const judgeCard = async (seat: Seat, { cards }: Book) => {
  const saved = cards.get(seat.host.name)?.get(seat.slot() ?? "") ?? [];
  let [lost, duplicated] = [0, 0];
  for (const before of saved.filter((read) => read !== undefined)) {
    await seat.toQuestion(before.question);
    const now = await readCard(seat.host.laptop().page);
    lost += lostBetween(before, now);
    duplicated += doubled(now.notes);
  }
  return { lost, duplicated };
};

/** The most entries that any running host shows as refused; ends in the rooms. */
export const mostRefused = async (seats: readonly Seat[]): Promise<number> => {
  const refused: number[] = [];
  for (const seat of seats.filter(({ host }) => host.isRunning())) {
    await seat.toRoom();
    refused.push(await readRefused(seat.host.laptop().page));
  }
  return Math.max(0, ...refused);
};

/** What every running host shows as refused, so that a refusal nobody expected can be understood. */
export const allRefused = async (seats: readonly Seat[]): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const { host } of seats.filter(({ host }) => host.isRunning()))
    for (const line of await readRefusedLines(host.laptop().page))
      lines.push(`${host.name} refused: ${line}`);
  return lines;
};

/** Looks through every running host at the end: what is missing, what is there twice, what was refused. */
export const judge = async (seats: readonly Seat[], book: Book): Promise<Judgement> => {
  const running = seats.filter(({ host }) => host.isRunning());
  const parts = [];
  for (const seat of running) {
    if (!(await seat.toCard())) continue;
    parts.push(await judgeHandOffs(seat, book), await judgeCard(seat, book));
  }
  return {
    lost: book.lostAtRestart + book.lostInRecord + sum(parts.map(({ lost }) => lost)),
    duplicated: book.doubledInRecord + sum(parts.map(({ duplicated }) => duplicated)),
    refused: await mostRefused(seats),
  };
};
