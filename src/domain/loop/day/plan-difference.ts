import type { BreakId, PersonId, SlotId } from "../../ids";
import type { Break, Plan, RequiredCard, Slot } from "../plan";

/** One thing that differs between two versions of a plan, as people tell it to each other. */
export type PlanDifference =
  /** All of these slots begin so many minutes later, or earlier where `minutes` is below zero. */
  | { readonly kind: "putOff"; readonly slotIds: readonly SlotId[]; readonly minutes: number }
  | { readonly kind: "moved"; readonly slotId: SlotId; readonly from: string; readonly to: string }
  | { readonly kind: "minutes"; readonly slotId: SlotId; readonly from: number; readonly to: number }
  | { readonly kind: "room"; readonly slotId: SlotId; readonly from: string; readonly to: string }
  | {
      readonly kind: "panel";
      readonly slotId: SlotId;
      readonly left: readonly PersonId[];
      readonly came: readonly PersonId[];
    }
  | { readonly kind: "cancelled" | "added" | "removed"; readonly slotId: SlotId }
  /** Which questions are asked, or which exercise is done. */
  | { readonly kind: "content"; readonly slotId: SlotId }
  | { readonly kind: "dropped"; readonly card: RequiredCard }
  | { readonly kind: "nowRequired"; readonly card: RequiredCard }
  /** `minutes` is its new length; `withSlots` where the slots moved by the same time, which is said of them. */
  | {
      readonly kind: "breakMoved";
      readonly breakId: BreakId;
      readonly title: string;
      readonly from: string;
      readonly to: string;
      readonly minutes: number;
      readonly withSlots: boolean;
    }
  | {
      readonly kind: "breakAdded" | "breakRemoved";
      readonly breakId: BreakId;
      readonly title: string;
      readonly startsAt: string;
      readonly minutes: number;
    }
  /** Weights, the policy, or another fact of the whole plan. */
  | { readonly kind: "other"; readonly what: "weights" | "facts" };

/** Minutes from one local time to another; neither has a zone. */
const minutesBetween = (from: string, to: string): number =>
  (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000;

interface Pair {
  readonly before: Slot;
  readonly after: Slot;
}

const pairsOf = (before: Plan, after: Plan): readonly Pair[] =>
  after.slots.flatMap((slot) => {
    const earlier = before.slots.find(({ slotId }) => slotId === slot.slotId);
    return earlier === undefined ? [] : [{ before: earlier, after: slot }];
  });

/** Several slots put off by the same time are one difference: that is how it is said. */
const times = (pairs: readonly Pair[]): readonly PlanDifference[] => {
  const moved = pairs
    .filter(({ before, after }) => before.startsAt !== after.startsAt)
    .toSorted((one, other) => (one.after.startsAt < other.after.startsAt ? -1 : 1));
  const shifts = new Set(moved.map(({ before, after }) => minutesBetween(before.startsAt, after.startsAt)));
  const [minutes] = shifts;
  if (moved.length > 1 && shifts.size === 1 && minutes !== undefined)
    return [{ kind: "putOff", slotIds: moved.map(({ after }) => after.slotId), minutes }];
  return moved.map(({ before, after }) => ({
    kind: "moved",
    slotId: after.slotId,
    from: before.startsAt,
    to: after.startsAt,
  }));
};

const without = <Item>(items: readonly Item[], others: readonly Item[]): readonly Item[] =>
  items.filter((item) => !others.includes(item));

const panel = ({ before, after }: Pair): readonly PlanDifference[] => {
  const left = without(before.interviewers, after.interviewers);
  const came = without(after.interviewers, before.interviewers);
  return left.length + came.length === 0 ? [] : [{ kind: "panel", slotId: after.slotId, left, came }];
};

const isCancelled = ({ before, after }: Pair): boolean =>
  after.cancelled === true && before.cancelled !== true;

const content = ({ slotId, questionIds, exerciseId }: Slot): string =>
  JSON.stringify([slotId, questionIds, exerciseId]);

const inSlot = (pair: Pair): readonly PlanDifference[] => {
  const { before, after } = pair;
  const { slotId } = after;
  if (isCancelled(pair)) return [{ kind: "cancelled", slotId }];
  const changes: PlanDifference[] = [];
  if (before.minutes !== after.minutes)
    changes.push({ kind: "minutes", slotId, from: before.minutes, to: after.minutes });
  if (before.room !== after.room) changes.push({ kind: "room", slotId, from: before.room, to: after.room });
  if (content(before) !== content(after)) changes.push({ kind: "content", slotId });
  return [...changes, ...panel(pair)];
};

const only = (slots: readonly Slot[], others: readonly Slot[]): readonly SlotId[] =>
  slots.filter(({ slotId }) => others.every((other) => other.slotId !== slotId)).map(({ slotId }) => slotId);

const cardsOnly = (
  cards: readonly RequiredCard[],
  others: readonly RequiredCard[],
): readonly RequiredCard[] =>
  cards.filter((card) =>
    others.every((other) => other.slotId !== card.slotId || other.personId !== card.personId),
  );

/** Everything of a plan but its slots, breaks, required cards and what concerns the weights. */
const factsOf = ({
  slots: _slots,
  breaks: _breaks,
  required: _required,
  weights: _weights,
  weightsReason: _weightsReason,
  weightsFrozenAt: _weightsFrozenAt,
  formatVersion: _formatVersion,
  ...facts
}: Plan): string => JSON.stringify(facts);

const shiftsOf = (pairs: readonly Pair[]): ReadonlySet<number> =>
  new Set(
    pairs
      .map(({ before, after }) => minutesBetween(before.startsAt, after.startsAt))
      .filter((by) => by !== 0),
  );

const movedBreak = (before: Break, after: Break, shifts: ReadonlySet<number>): readonly PlanDifference[] => {
  const timeless = ({ startsAt: _startsAt, ...rest }: Break): string => JSON.stringify(rest);
  const isSame = timeless(before) === timeless(after);
  if (isSame && before.startsAt === after.startsAt) return [];
  const { breakId, title, minutes } = after;
  const by = minutesBetween(before.startsAt, after.startsAt);
  const withSlots = isSame && shifts.has(by);
  return [
    { kind: "breakMoved", breakId, title, minutes, withSlots, from: before.startsAt, to: after.startsAt },
  ];
};

const breaksOnly = (
  breaks: readonly Break[],
  others: readonly Break[],
  kind: "breakAdded" | "breakRemoved",
): readonly PlanDifference[] =>
  breaks
    .filter(({ breakId }) => others.every((other) => other.breakId !== breakId))
    .map(({ breakId, title, startsAt, minutes }) => ({ kind, breakId, title, startsAt, minutes }));

const inBreaks = (before: Plan, after: Plan, pairs: readonly Pair[]): readonly PlanDifference[] => {
  const shifts = shiftsOf(pairs);
  return [
    ...after.breaks.flatMap((pause) => {
      const earlier = before.breaks.find(({ breakId }) => breakId === pause.breakId);
      return earlier === undefined ? [] : movedBreak(earlier, pause, shifts);
    }),
    ...breaksOnly(after.breaks, before.breaks, "breakAdded"),
    ...breaksOnly(before.breaks, after.breaks, "breakRemoved"),
  ];
};

const wholePlan = (before: Plan, after: Plan): readonly PlanDifference[] => {
  const weights = JSON.stringify(before.weights) !== JSON.stringify(after.weights);
  if (weights) return [{ kind: "other", what: "weights" }];
  const same = factsOf(before) === factsOf(after);
  return same ? [] : [{ kind: "other", what: "facts" }];
};

/** What is different in the later of two plans of one loop, in the order in which it would be told. */
export const planDifferences = (before: Plan, after: Plan): readonly PlanDifference[] => {
  const pairs = pairsOf(before, after);
  return [
    ...times(pairs),
    ...pairs.flatMap(inSlot),
    ...only(after.slots, before.slots).map((slotId) => ({ kind: "added", slotId }) as const),
    ...only(before.slots, after.slots).map((slotId) => ({ kind: "removed", slotId }) as const),
    ...cardsOnly(before.required, after.required).map((card) => ({ kind: "dropped", card }) as const),
    ...cardsOnly(after.required, before.required).map((card) => ({ kind: "nowRequired", card }) as const),
    ...inBreaks(before, after, pairs),
    ...wholePlan(before, after),
  ];
};
