import { areEqual, type Plan, type RequiredCard } from "../../loop/plan";
import { canonicalJson } from "../canonical-json";
import type { AuthenticEntry, CharterBody } from "../entries";
import { type Chained, containedIn, growChains } from "./chains";
import type { Authority } from "./members";
import { accepted, refused, type Verdict } from "./verdict";

type PlanEntry = AuthenticEntry<"plan">;

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

const judge = (
  entry: PlanEntry,
  previous: PlanEntry | null,
  charter: CharterBody,
  members: Authority,
): Verdict => {
  const { version, plan, reason } = entry.body;
  if (!members.isAuthority(entry)) return refused("notTheAuthority");
  if (version !== (previous?.body.version ?? 0) + 1) return refused("versionOutOfOrder");
  if (plan.formatVersion > planVersionIn(charter.protocol)) return refused("kindNotInProtocol");
  if (!isCoherent(plan)) return refused("planInvalid");
  if (previous !== null && !keepsFrozenWeights(previous.body.plan, plan)) return refused("weightsFrozen");
  if (lacksWeightsReason(plan)) return refused("reasonMissing");
  if (plan.required.some(({ personId }) => personId === charter.escrow))
    return refused("escrowHolderOwesCard");
  const drops = previous !== null && droppedCards(previous.body.plan, plan).length > 0;
  return drops && reason.trim() === "" ? refused("reasonMissing") : accepted;
};

/** Plans as a chain signed by the authority. A required card is only dropped with a reason. */
export const growPlans = (
  plans: readonly PlanEntry[],
  charter: CharterBody,
  members: Authority,
): Chained<PlanEntry> =>
  growChains(plans, {
    judge: (entry, previous) => judge(entry, previous, charter, members),
    forkKey: (entry) => String(entry.body.prev),
  });

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
