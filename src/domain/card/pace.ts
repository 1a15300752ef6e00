import type { Kit } from "../kit/kit";
import { exerciseById } from "../kit/lookup";
import type { Slot } from "../loop/plan";
import type { Answer, Card } from "./card";

/** How a slot's time is meant to be shared out, and how the interview stands to it. */
export interface Pace {
  /** Milliseconds a question has. */
  readonly eachMs: number;
  /** Which question one should be at, from 0. */
  readonly dueAt: number;
  /** How many questions were dealt with: asked, or left out on purpose. */
  readonly dealtWith: number;
  /** Questions one is late by; half a question late is not late yet. */
  readonly behind: number;
}

/** What is left of a slot for its questions once the exercise had the time the kit gives it; never less than a fifth. */
const questionMinutes = (slot: Pick<Slot, "minutes" | "exerciseId">, kit: Kit): number => {
  const exercise = slot.exerciseId === null ? null : exerciseById(kit, slot.exerciseId);
  return Math.max(slot.minutes / 5, slot.minutes - (exercise?.minutes ?? 0));
};

/**
 * The pace of a slot at `elapsedMs` on its clock: every question has the same share of the slot's minutes. Null where
 * no minutes are planned, or nothing is asked.
 */
export const paceAt = (
  card: Pick<Card, "answers">,
  slot: Pick<Slot, "minutes" | "exerciseId">,
  kit: Kit,
  elapsedMs: number,
): Pace | null => {
  const count = card.answers.length;
  if (count === 0 || slot.minutes === 0) return null;
  const eachMs = (questionMinutes(slot, kit) * 60_000) / count;
  const dueAt = Math.min(count - 1, Math.floor(elapsedMs / eachMs));
  const surelyDue = Math.min(count - 1, Math.floor(elapsedMs / eachMs - 0.5));
  const dealtWith = card.answers.filter(({ state }) => state !== "open").length;
  const isAt = Math.max(0, dealtWith - 1);
  return { eachMs, dueAt, dealtWith, behind: Math.max(0, surelyDue - isAt) };
};

/**
 * How long the talk has been about a question: from when it was put until the next one was, or until now. Null where
 * nobody marked it.
 */
export const timeOnQuestion = (
  { answers }: Pick<Card, "answers">,
  { askedAtMs }: Pick<Answer, "askedAtMs">,
  elapsedMs: number,
): number | null => {
  if (askedAtMs === null) return null;
  const later = answers.flatMap((other) =>
    other.askedAtMs !== null && other.askedAtMs > askedAtMs ? [other.askedAtMs] : [],
  );
  return Math.max(0, Math.min(elapsedMs, ...later) - askedAtMs);
};

/** The last moment anything on the card has; zero where nothing does. */
export const lastMoment = (card: Pick<Card, "answers" | "exercise">): number => {
  const items = [...card.answers, ...(card.exercise === null ? [] : [card.exercise])];
  const times = items.flatMap(({ notes }) => notes.flatMap(({ atMs }) => atMs ?? []));
  return Math.max(0, ...times, ...card.answers.map(({ askedAtMs }) => askedAtMs ?? 0));
};
