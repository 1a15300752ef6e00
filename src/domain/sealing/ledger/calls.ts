import type { RequiredCard } from "../../loop/plan";
import type { AuthenticEntry, CallBody, CharterBody } from "../entries";
import { type Ending, isEndedFor } from "./endings";
import type { Authority } from "./members";
import { cardPlace, owedBy, plansUpTo } from "./plans";
import {
  accepted,
  judgeEach,
  type LedgerRefusal,
  refused,
  type Sorted,
  type Verdict,
  waitingFor,
} from "./verdict";

type Call = AuthenticEntry<"call">;
type Envelope = AuthenticEntry<"card">;
type PlanEntry = AuthenticEntry<"plan">;

/** What a call is judged by. */
export interface CallGround {
  readonly charter: CharterBody;
  readonly members: Authority;
  readonly plans: readonly PlanEntry[];
  readonly envelopes: readonly Envelope[];
  /** Envelopes known to be refused: a call that waits for one of these would wait for ever. */
  readonly refusedEnvelopes: ReadonlySet<string>;
  /** What ended the loop and was not taken back. */
  readonly endings: readonly Ending[];
}

/** True where the card belongs to what a call opens. */
export const isInScope = (scope: CallBody["scope"], card: Pick<RequiredCard, "slotId">): boolean =>
  scope.kind === "loop" || scope.slotId === card.slotId;

/** The owed cards in scope of which no envelope is among the given ones. */
export const owedWithout = (
  owed: readonly RequiredCard[],
  envelopes: readonly Envelope[],
  scope: CallBody["scope"],
): readonly RequiredCard[] => {
  const there = new Set(envelopes.map(({ body }) => cardPlace(body.header)));
  return owed.filter((card) => isInScope(scope, card) && !there.has(cardPlace(card)));
};

const faultInItself = (call: Call, { charter, members }: CallGround): LedgerRefusal | null => {
  const { body, deviceId } = call;
  if (!members.isAuthority(call)) return "notTheAuthority";
  if (!members.personsOf(deviceId).has(body.caller)) return "callerMismatch";
  if (body.scope.kind === "slot" && charter.revealScope !== "round") return "scopeNotAllowed";
  if (body.rule === "allSealed") return body.missing.length > 0 ? "callContradictsItself" : null;
  return body.reason.trim() === "" ? "reasonMissing" : null;
};

const judgeCoverage = ({ body }: Call, ground: CallGround): Verdict => {
  const named = new Set<string>(body.cards);
  const here = ground.envelopes.filter(({ hash }) => named.has(hash));
  const owed = owedWithout(owedBy(plansUpTo(body.planHash, ground.plans)), here, body.scope);
  const admitted = new Set(body.missing.map(cardPlace));
  if (owed.every((card) => admitted.has(cardPlace(card)))) return accepted;
  const known = new Set<string>([...here.map(({ hash }) => hash), ...ground.refusedEnvelopes]);
  const notHere = body.cards.filter((hash) => !known.has(hash));
  if (notHere.length > 0) return waitingFor("cardsNotHere", notHere);
  return refused(body.rule === "allSealed" ? "cardsMissing" : "callOmitsCards");
};

const judge = (call: Call, ground: CallGround): Verdict => {
  if (isEndedFor(call, ground.endings)) return refused("loopEnded");
  const fault = faultInItself(call, ground);
  if (fault !== null) return refused(fault);
  const { planHash, scope } = call.body;
  const plan = ground.plans.find(({ hash }) => hash === planHash);
  if (plan === undefined) return waitingFor("planMissing", [planHash]);
  const placed = scope.kind === "loop" || plan.body.plan.slots.some(({ slotId }) => slotId === scope.slotId);
  return placed ? judgeCoverage(call, ground) : refused("unknownSlot");
};

const byTimeThenHash = (left: Call, right: Call): number => {
  if (left.body.at !== right.body.at) return left.body.at < right.body.at ? -1 : 1;
  return left.hash < right.hash ? -1 : 1;
};

/**
 * The calls that count: by the authority, on a known plan, and true about the cards. An `allSealed` call needs every
 * owed card to be here; an early one gives its reason and admits what is missing. Sorted by their own clocks.
 */
export const judgeCalls = (calls: readonly Call[], ground: CallGround): Sorted<Call> => {
  const judged = judgeEach(calls, (call) => judge(call, ground));
  return { ...judged, accepted: judged.accepted.toSorted(byTimeThenHash) };
};
