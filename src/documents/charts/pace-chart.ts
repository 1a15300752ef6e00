import { lastMoment } from "../../domain/card/pace";
import type { QuestionId } from "../../domain/ids";
import type { Slot } from "../../domain/loop/plan";
import { inTime } from "../../domain/loop/plan-times";
import { heldSlots } from "../../domain/record/held-slots";
import { type LoopRecord, mayCount } from "../../domain/record/record";
import type { Chart, ChartRow, ChartTick, Mark } from "./chart";

const minuteMs = 60_000;

/** How a slot's time went, in minutes on its clock. */
interface SlotPace {
  readonly slot: Slot;
  /** When each question was first put, as the first card of the slot that marked it says. */
  readonly asked: readonly number[];
  /** Questions somebody marked as asked, and how many were planned. */
  readonly done: number;
  readonly of: number;
  /** The last thing on anybody's clock; null where no clock ran. */
  readonly until: number | null;
}

const paceOf = (record: LoopRecord, slot: Slot): SlotPace => {
  const cards = record.cards
    .filter((entry) => entry.slotId === slot.slotId && entry.revision === 1 && mayCount(entry))
    .map(({ card }) => card);
  const answersTo = (id: QuestionId) =>
    cards.flatMap(({ answers }) => answers.filter(({ questionId }) => questionId === id));
  const asked = slot.questionIds.flatMap((id) => {
    const times = answersTo(id).flatMap(({ askedAtMs }) => askedAtMs ?? []);
    return times.length === 0 ? [] : [Math.min(...times) / minuteMs];
  });
  const last = Math.max(0, ...cards.map(lastMoment)) / minuteMs;
  const isDone = (id: QuestionId) =>
    answersTo(id).some(({ state }) => state === "asked" || state === "prompted");
  return {
    slot,
    asked,
    done: slot.questionIds.filter(isDone).length,
    of: slot.questionIds.length,
    until: last === 0 ? null : last,
  };
};

const overBy = ({ slot, until }: SlotPace): number => Math.max(0, Math.round((until ?? 0) - slot.minutes));

const wordsOf = (pace: SlotPace): string => {
  const { slot, done, of, until } = pace;
  const over = overBy(pace);
  return [
    `${slot.minutes} min planned`,
    until === null ? "no clock ran" : `written until minute ${Math.round(until)}`,
    ...(over === 0 ? [] : [`${over} min over`]),
    ...(of === 0 ? [] : [`${done} of ${of} questions asked`]),
  ].join(", ");
};

const rowOf = (pace: SlotPace, longest: number): ChartRow => {
  const at = (minutes: number): number => minutes / longest;
  const used: readonly Mark[] = pace.until === null ? [] : [{ kind: "used", from: 0, to: at(pace.until) }];
  return {
    label: pace.slot.title,
    marks: [
      { kind: "span", from: 0, to: at(pace.slot.minutes) },
      ...used,
      ...pace.asked.map((minutes): Mark => ({ kind: "dot", at: at(minutes), beside: 0, counted: true })),
    ],
    words: wordsOf(pace),
  };
};

/** Full quarters of an hour, of longer slots half and full hours. */
const ticksUpTo = (longest: number): readonly ChartTick[] => {
  const step = [15, 30, 60].find((minutes) => longest / minutes <= 6) ?? 120;
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, index) => ({
    at: (index * step) / longest,
    label: `${index * step} min`,
  }));
};

/** How each slot's time was used, in the order of the day; null where no card of the loop has a clock's time on it. */
export const paceChart = (record: LoopRecord): Chart | null => {
  const paces = inTime(heldSlots(record)).map((slot) => paceOf(record, slot));
  const clocked = paces.filter(({ until }) => until !== null);
  if (clocked.length === 0) return null;
  const longest = Math.max(1, ...paces.flatMap(({ slot, until }) => [slot.minutes, until ?? 0]));
  const over = clocked.filter((pace) => overBy(pace) > 0).length;
  return {
    title: "Pace of the day",
    says: `Pace of the day: ${over} of ${clocked.length} slots with a clock went over their time.`,
    key: "The wide bar is the time planned, the thin one reaches to the last thing written, a dot is a question as it was first put.",
    rowTitle: "Slot",
    ticks: ticksUpTo(longest),
    rows: paces.map((pace) => rowOf(pace, longest)),
  };
};
