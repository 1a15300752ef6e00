import { handOver, nextQuestion, rate, seal, tick } from "../acts/card-acts";
import type { DayQuota } from "../script/events";
import type { Book } from "./book";
import type { Table } from "./player";
import type { Seat } from "./seat";

/** What was done by one person, or by all. */
export interface DayDone {
  readonly ratings: number;
  readonly ticks: number;
  readonly characters: number;
  readonly handOffs: number;
}

const letters = "abcdefgh";
const sentence =
  "We moved the date twice and told the partner before they asked; the sum was named without looking. ";
const lineCharacters = 120;

interface Person {
  readonly seat: Seat;
  readonly quota: DayQuota;
  readonly book: Book;
  readonly isOver: () => boolean;
}

const share = (whole: number, parts: number, part: number): number =>
  Math.floor((whole * (part + 1)) / parts) - Math.floor((whole * part) / parts);

const ticksOnScreen = (seat: Seat): Promise<number> => seat.host.laptop().page.locator("[data-tick]").count();

/** Lines of evidence, each known by what it begins with. */
const typeNotes = async (
  { seat, quota, isOver }: Person,
  characters: number,
  question: number,
): Promise<number> => {
  const { page } = seat.host.laptop();
  let typed = 0;
  await page.keyboard.press("Enter");
  while (typed < characters && !isOver()) {
    const token = `[${quota.tag} ${seat.host.name} ${question}.${typed}] `;
    const line = token.padEnd(lineCharacters, sentence).slice(0, Math.max(token.length, characters - typed));
    // Word by word, as an input method gives them: eight people's single keys are more frames than two cores can draw.
    for (const word of line.split(/(?<= )/)) await page.keyboard.insertText(word);
    typed += line.length;
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
  return typed;
};

const questionOf = async (person: Person, question: number): Promise<DayDone> => {
  const { seat, quota, book } = person;
  const laptop = seat.host.laptop();
  await rate(laptop, 1 + (question % 3));
  const ticks = Math.min(share(quota.ticks, quota.ratings, question), await ticksOnScreen(seat));
  for (const letter of letters.slice(0, ticks)) await tick(laptop, letter);
  const characters = await typeNotes(person, share(quota.characters, quota.ratings, question), question);
  const handOffs = share(quota.handOffs, quota.ratings, question);
  for (let number = 0; number < handOffs; number += 1) {
    const text = `[${quota.tag} ${seat.host.name} hands over ${question}.${number}]`;
    await handOver(laptop, text);
    book.handOffs.push(text);
  }
  await seat.save();
  return { ratings: 1, ticks, characters, handOffs };
};

const sum = (all: readonly DayDone[]): DayDone => ({
  ratings: all.reduce((total, { ratings }) => total + ratings, 0),
  ticks: all.reduce((total, { ticks }) => total + ticks, 0),
  characters: all.reduce((total, { characters }) => total + characters, 0),
  handOffs: all.reduce((total, { handOffs }) => total + handOffs, 0),
});

const sealOpenCard = async ({ seat, book }: Person): Promise<void> => {
  const slot = seat.slot();
  await seal(seat.host.laptop());
  if (slot !== null) book.sealed.push({ host: seat.host.name, slot });
  await seat.toRoom();
};

/** One person's day: question after question, card after card, until the quota is done or the time is over. */
const personsDay = async (person: Person): Promise<DayDone> => {
  const { seat, quota, isOver } = person;
  const done: DayDone[] = [];
  while (done.length < quota.ratings && !isOver() && (await seat.toCard())) {
    const left = await seat.questionsLeft();
    done.push(await questionOf(person, done.length));
    if (left === 0) await sealOpenCard(person);
    else await nextQuestion(seat.host.laptop());
  }
  if (seat.slot() !== null) await sealOpenCard(person);
  return sum(done);
};

/** All panelists at once. Prints what was achieved in which time. */
export const compressedDay = async ({ seats, book, say }: Table, quota: DayQuota): Promise<void> => {
  const started = performance.now();
  const isOver = (): boolean => performance.now() - started > quota.minutes * 60_000;
  const running = seats.filter(({ host }) => host.isRunning());
  // Nobody is left at work when this ends, also where one of them could not go on.
  const days = await Promise.allSettled(running.map((seat) => personsDay({ seat, quota, book, isOver })));
  const all = days.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
  const { ratings, ticks, characters, handOffs } = sum(all);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  say(
    `a day in ${minutes} min: ${running.length} panelists, ${ratings} ratings, ${ticks} ticks, ${characters} characters typed word by word, ${handOffs} hand-offs`,
  );
};
