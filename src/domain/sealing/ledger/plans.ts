import type { Hash } from "../../ids";
import { areEqual, type Plan, type RequiredCard } from "../../loop/plan";
import { canonicalJson } from "../canonical-json";
import type { AuthenticEntry, CharterBody } from "../entries";
import { type Chained, containedIn, growChains } from "./chains";
import type { Authority } from "./members";
import { accepted, refused, type Verdict } from "./verdict";

type PlanEntry = AuthenticEntry<"plan">;
type Call = AuthenticEntry<"call">;

/** One card's place in a loop, as a key for maps. */
export const cardPlace = (card: RequiredCard): string => `${card.slotId}/${card.personId}`;

const isCoherent = ({ slots, required }: Plan): boolean => {
  const ids = new Set(slots.map(({ slotId }) => slotId));
  return ids.size === slots.length && required.every(({ slotId }) => ids.has(slotId));
};

/** The cards the earlier plan required and the later one does not. */
const droppedCards = (before: Plan, after: Plan): readonly RequiredCard[] => {
  const kept = new Set(after.required.map(cardPlace));
  return before.required.filter((card) => !kept.has(cardPlace(card)));
};

/** The newest form of a plan in a loop of this protocol: its other laptops may not know a later one. */
const planVersionIn = (protocol: number): number => (protocol < 3 ? 1 : 2);

/** Weights that change once the panel has heard answers are weights chosen for a candidate. */
const keepsFrozenWeights = (before: Plan, after: Plan): boolean =>
  before.weightsFrozenAt === null ||
  ([after.weightsFrozenAt === before.weightsFrozenAt, after.weightsReason === before.weightsReason].every(
    Boolean,
  ) &&
    canonicalJson(before.weights) === canonicalJson(after.weights));

const lacksWeightsReason = ({ formatVersion, weights, weightsReason }: Plan): boolean =>
  formatVersion > 1 && !areEqual(weights) && weightsReason.trim() === "";

/** The protocol since which a call freezes weights, whether or not a plan says that they are frozen. */
const calledWeightsSince = 4;

interface PlanGround {
  readonly charter: CharterBody;
  readonly members: Authority;
  readonly plans: readonly PlanEntry[];
  /** The plans that calls name, and those before them. */
  readonly called: ReadonlySet<Hash>;
}

/** Whoever signed this version may have seen the cards that a call on an earlier one opened. */
const isAfterACall = (entry: PlanEntry, { plans, called }: PlanGround): boolean =>
  !called.has(entry.hash) && [...containedIn([entry.hash], plans)].some((hash) => called.has(hash));

const keepsCalledWeights = (entry: PlanEntry, previous: PlanEntry, ground: PlanGround): boolean =>
  ground.charter.protocol < calledWeightsSince ||
  canonicalJson(previous.body.plan.weights) === canonicalJson(entry.body.plan.weights) ||
  !isAfterACall(entry, ground);

const judge = (entry: PlanEntry, previous: PlanEntry | null, ground: PlanGround): Verdict => {
  const { charter, members } = ground;
  const { version, plan, reason } = entry.body;
  if (!members.isAuthority(entry)) return refused("notTheAuthority");
  if (version !== (previous?.body.version ?? 0) + 1) return refused("versionOutOfOrder");
  if (plan.formatVersion > planVersionIn(charter.protocol)) return refused("kindNotInProtocol");
  if (!isCoherent(plan)) return refused("planInvalid");
  if (previous !== null && !keepsFrozenWeights(previous.body.plan, plan)) return refused("weightsFrozen");
  if (previous !== null && !keepsCalledWeights(entry, previous, ground)) return refused("weightsFrozen");
  if (lacksWeightsReason(plan)) return refused("reasonMissing");
  if (plan.required.some(({ personId }) => personId === charter.escrow))
    return refused("escrowHolderOwesCard");
  const drops = previous !== null && droppedCards(previous.body.plan, plan).length > 0;
  return drops && reason.trim() === "" ? refused("reasonMissing") : accepted;
};

/**
 * Plans as a chain signed by the authority. A required card is only dropped with a reason. `calls` need not be judged: on
 * whatever the authority calls, weights stay.
 */
export const growPlans = (
  plans: readonly PlanEntry[],
  charter: CharterBody,
  members: Authority,
  calls: readonly Call[],
): Chained<PlanEntry> => {
  const named = calls.filter(members.isAuthority).map(({ body }) => body.planHash);
  const ground = { charter, members, plans, called: containedIn(named, plans) };
  return growChains(plans, {
    judge: (entry, previous) => judge(entry, previous, ground),
    forkKey: (entry) => String(entry.body.prev),
  });
};

const uniquePlaces = (cards: readonly RequiredCard[]): readonly RequiredCard[] => [
  ...new Map(cards.map((card) => [cardPlace(card), card])).values(),
];

/**
 * The cards a loop owes by these plans: a card that any of them required is owed, also where a later one dropped it.
 * Dropping makes the reveal early; it does not make the card unnecessary.
 */
export const owedBy = (plans: readonly PlanEntry[]): readonly RequiredCard[] =>
  uniquePlaces(plans.flatMap(({ body }) => body.plan.required));

/** The plan with this hash and those before it. */
export const plansUpTo = (hash: PlanEntry["hash"], plans: readonly PlanEntry[]): readonly PlanEntry[] => {
  const line = containedIn([hash], plans);
  return plans.filter((plan) => line.has(plan.hash));
};
