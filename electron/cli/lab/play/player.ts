import { setTimeout as wait } from "node:timers/promises";
import { handOver, handOverMuch, nextQuestion, rate, seal, tick, writeNote } from "../acts/card-acts";
import { takeOver } from "../acts/loop-acts";
import { carryOut } from "../carry-out";
import type { Lab } from "../lab";
import { lastSaved, readCard } from "../read/card";
import type { LabEvent } from "../script/events";
import { forge, meetStranger } from "./adversaries";
import { agreement } from "./agree";
import { type Book, enterCard, lostBetween } from "./book";
import { carry, carryBroken } from "./carry";
import { closeLoop } from "./close-loop";
import { compressedDay } from "./compressed-day";
import type { Seat } from "./seat";

export interface Table {
  readonly lab: Lab;
  readonly seats: readonly Seat[];
  readonly book: Book;
  readonly patienceMs: number;
  readonly say: (line: string) => void;
}

const seatOf = ({ seats }: Table, host: number): Seat => {
  const seat = seats[host];
  if (seat === undefined) throw new Error(`there is no host ${host + 1}`);
  return seat;
};

const atCard = async (table: Table, host: number): Promise<Seat> => {
  const seat = seatOf(table, host);
  if (await seat.toCard()) return seat;
  throw new Error(`${seat.host.name} owes no card any more`);
};

/** The person types; in the middle of it everything is gone. Afterwards the card is compared with what was saved. */
const killWhileTyping = async (
  table: Table,
  { host, text, afterMs }: Extract<LabEvent, { readonly do: "killWhileTyping" }>,
): Promise<void> => {
  const seat = await atCard(table, host);
  const slot = seat.slot();
  const { page } = seat.host.laptop();
  await seat.host.laptop().press("Enter");
  const typing = page.keyboard.type(text, { delay: 20 }).catch(() => undefined);
  await wait(afterMs);
  const saved = await lastSaved(page);
  await seat.host.kill();
  await typing;
  await table.lab.bringBack(seat.host);
  seat.restarted();
  await seat.toCard();
  for (const before of saved) {
    await seat.toQuestion(before.question);
    const now = await readCard(seat.host.laptop().page);
    const lost = lostBetween(before, now);
    if (lost > 0) table.say(`${seat.host.name} lost: ${JSON.stringify({ before, now })}`);
    table.book.lostAtRestart += lost;
    if (slot !== null) enterCard(table.book, seat.host.name, slot, now);
  }
};

const agree = async (table: Table): Promise<void> => {
  const took = await agreement(table.seats, table.book, table);
  if (took === null) throw new Error(`the hosts do not agree after ${table.patienceMs / 1000} s`);
  table.say(`all agree after ${took} ms`);
  table.book.slowestMs = Math.max(table.book.slowestMs, took);
};

/** Enough of a long text to know it by. */
const tokenLength = 60;

/** Lets one event happen and enters in the book what screens then call saved. */
export const play = async (table: Table, event: LabEvent): Promise<void> => {
  if (event.do === "agree") return agree(table);
  if (event.do === "closeLoop") return closeLoop(table);
  if (event.do === "killWhileTyping") return killWhileTyping(table, event);
  if (event.do === "order") {
    if (event.order.do === "kill") seatOf(table, event.order.host).restarted();
    await carryOut(table.lab, event.order, table.say);
    return;
  }
  if (event.do === "day") return compressedDay(table, event.quota);
  if (event.do === "memory") {
    const { host } = seatOf(table, event.host);
    return table.say(`${host.name} had at most ${table.lab.memorySince(host)} MB ${event.when}`);
  }
  if (event.do === "leave") return table.lab.leave(seatOf(table, event.host).host);
  if (event.do === "carry" || event.do === "carryBroken")
    return event.do === "carry" ? carry(table, event) : carryBroken(table, event);
  if (event.do === "forge") return forge(table, event.host);
  if (event.do === "stranger") return meetStranger(table, event, (meanwhile) => play(table, meanwhile));
  if (event.do === "takeOver") {
    const deputy = seatOf(table, event.host);
    await deputy.toRoom();
    return takeOver(deputy.host.laptop(), event.reason);
  }
  const seat = await atCard(table, event.host);
  const laptop = seat.host.laptop();
  switch (event.do) {
    case "rate":
      await rate(laptop, event.points);
      return seat.save();
    case "tick":
      await tick(laptop, event.letter);
      return seat.save();
    case "note":
      await writeNote(laptop, event.text);
      return seat.save();
    case "next":
      return nextQuestion(laptop);
    case "handOver":
      await handOver(laptop, event.text);
      table.book.handOffs.push(event.text);
      return;
    case "handOverMuch":
      await handOverMuch(laptop, event.texts);
      table.book.handOffs.push(...event.texts.map((text) => text.slice(0, tokenLength)));
      return;
    case "seal": {
      const slot = seat.slot();
      await seal(laptop);
      if (slot !== null) table.book.sealed.push({ host: seat.host.name, slot });
      return seat.toRoom();
    }
  }
};
