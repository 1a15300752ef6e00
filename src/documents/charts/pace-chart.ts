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

const hasTime = ({ slot }: SlotPace): boolean => slot.minutes > 0;

const lastAsked = ({ asked }: SlotPace): number => Math.max(0, ...asked);

/** Minutes by which the last question was put too late. Of what is written after the talk nothing follows. */
const overBy = (pace: SlotPace): number =>
  hasTime(pace) ? Math.max(0, Math.round(lastAsked(pace) - pace.slot.minutes)) : 0;

const wordsOf = (pace: SlotPace): string => {
  const { slot, done, of, until } = pace;
  const over = overBy(pace);
  return [
    hasTime(pace) ? `${slot.minutes} min planned` : "no time planned",
    until === null ? "no clock ran" : `last written at minute ${Math.round(until)}`,
    ...(over === 0 ? [] : [`last question ${over} min over`]),
    ...(of === 0 ? [] : [`${done} of ${of} questions asked`]),
  ].join(", ");
};

const rowOf = (pace: SlotPace, axis: number): ChartRow => {
  const at = (minutes: number): number => Math.min(1, minutes / axis);
  const planned: readonly Mark[] = hasTime(pace)
    ? [{ kind: "span", from: 0, to: at(pace.slot.minutes) }]
    : [];
  const used: readonly Mark[] = pace.until === null ? [] : [{ kind: "used", from: 0, to: at(pace.until) }];
  return {
    label: pace.slot.title,
    marks: [
      ...planned,
      ...used,
      ...pace.asked.map((minutes): Mark => ({ kind: "dot", at: at(minutes), beside: 0, counted: true })),
    ],
    words: wordsOf(pace),
  };
};

/** Full quarters of an hour, of longer slots half and full hours. */
const ticksUpTo = (axis: number): readonly ChartTick[] => {
  const step = [15, 30, 60].find((minutes) => axis / minutes <= 6) ?? 120;
  return Array.from({ length: Math.floor(axis / step) + 1 }, (_, index) => ({
    at: (index * step) / axis,
    label: `${index * step} min`,
  }));
};

/**
 * Minutes the axis shows, and those anything reaches to: a note typed hours later would make every talk a point, so the
 * axis ends at twice the longest slot.
 */
const axisOf = (paces: readonly SlotPace[]): { readonly axis: number; readonly reached: number } => {
  const reached = Math.max(1, ...paces.flatMap(({ slot, until }) => [slot.minutes, until ?? 0]));
  const longest = Math.max(...paces.map((pace) => (hasTime(pace) ? pace.slot.minutes : lastAsked(pace))));
  return { axis: longest === 0 ? reached : Math.min(reached, 2 * longest), reached };
};

const saying = (clocked: readonly SlotPace[]): string => {
  const timed = clocked.filter(hasTime);
  if (timed.length === 0) return "Pace of the day: no slot with a clock has a time planned.";
  const over = timed.filter((pace) => overBy(pace) > 0).length;
  return `Pace of the day: in ${over} of ${timed.length} slots with a clock a question was first put after the time planned.`;
};

const keyText =
  "The wide bar is the time planned, the thin one reaches to the last thing written, also after the talk; a dot is a question as it was first put.";

/** How each slot's time was used, in the order of the day; null where no card of the loop has a clock's time on it. */
export const paceChart = (record: LoopRecord): Chart | null => {
  const paces = inTime(heldSlots(record)).map((slot) => paceOf(record, slot));
  const clocked = paces.filter(({ until }) => until !== null);
  if (clocked.length === 0) return null;
  const { axis, reached } = axisOf(paces);
  return {
    title: "Pace of the day",
    says: saying(clocked),
    key: reached > axis ? `${keyText} What is later than the axis is drawn at its end.` : keyText,
    rowTitle: "Slot",
    ticks: ticksUpTo(axis),
    rows: paces.map((pace) => rowOf(pace, axis)),
  };
};
