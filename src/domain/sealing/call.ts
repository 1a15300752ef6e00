import type { DeviceId, PersonId, Timestamp } from "../ids";
import type { RequiredCard } from "../loop/plan";
import { err, ok, type Result } from "../result";
import type { AuthenticEntry, CallBody } from "./entries";
import { headsOf } from "./heads";
import { isInScope, owedWithout } from "./ledger/calls";
import { standingEndings } from "./ledger/endings";
import type { LoopLedger } from "./ledger/ledger";
import { owedBy } from "./ledger/plans";

/** `early` says why the reveal does not wait for the missing cards. */
export type CallRule = { readonly rule: "allSealed" } | { readonly rule: "early"; readonly reason: string };

export interface CallFacts {
  readonly deviceId: DeviceId;
  readonly caller: PersonId;
  readonly at: Timestamp;
  readonly scope: CallBody["scope"];
}

export type CallRefusal =
  | { readonly type: "planMissing" | "reasonMissing" | "scopeNotAllowed" | "loopEnded" }
  | { readonly type: "cardsMissing"; readonly missing: readonly RequiredCard[] };

/** The owed cards in scope that nobody has sealed yet, dropped ones included. */
export const cardsMissing = (ledger: LoopLedger, scope: CallBody["scope"]): readonly RequiredCard[] =>
  owedWithout(owedBy(ledger.plans), ledger.cards, scope);

const faultOf = (ledger: LoopLedger, rule: CallRule, scope: CallBody["scope"]): CallRefusal | null => {
  if (standingEndings(ledger.logs).length > 0) return { type: "loopEnded" };
  if (scope.kind === "slot" && ledger.charter?.body.revealScope !== "round")
    return { type: "scopeNotAllowed" };
  const missing = cardsMissing(ledger, scope);
  if (rule.rule === "early") return rule.reason.trim() === "" ? { type: "reasonMissing" } : null;
  return missing.length > 0 ? { type: "cardsMissing", missing } : null;
};

/**
 * The body of a call, ready to be signed by the authority. `allSealed` is refused while an owed card is missing;
 * `early` without a reason, and either while the loop is ended.
 */
export const layOutCall = (
  ledger: LoopLedger,
  rule: CallRule,
  facts: CallFacts,
): Result<CallBody, CallRefusal> => {
  if (ledger.plan === null) return err({ type: "planMissing" });
  const fault = faultOf(ledger, rule, facts.scope);
  if (fault !== null) return err(fault);
  const inScope = ledger.cards.filter(({ body }) => isInScope(facts.scope, body.header));
  return ok({
    v: 1,
    loopId: ledger.loopId,
    ...facts,
    rule: rule.rule,
    reason: rule.rule === "early" ? rule.reason.trim() : "",
    planHash: ledger.plan.hash,
    cards: inScope.map(({ hash }) => hash).toSorted(),
    missing: [...cardsMissing(ledger, facts.scope)],
    heads: [...headsOf(ledger)],
  });
};

export type NoRelease =
  | { readonly type: "callNotAccepted" | "envelopeNotAccepted" | "outOfScope" }
  | { readonly type: "cardsMissing"; readonly missing: readonly RequiredCard[] };

/**
 * Whether this laptop may give out the key of an envelope for a call, by what it holds itself: the call counts here (it is
 * by the authority and true about the cards), the envelope is valid and in scope, and an `allSealed` call names a card for
 * everything any plan known here requires, also one the caller left out. An envelope the call does not name may be
 * released all the same: it was late, and its certificate says so.
 */
export const mayRelease = (
  call: AuthenticEntry<"call">,
  envelope: AuthenticEntry<"card">,
  ledger: LoopLedger,
): Result<void, NoRelease> => {
  if (!ledger.calls.some(({ hash }) => hash === call.hash)) return err({ type: "callNotAccepted" });
  if (!ledger.cards.some(({ hash }) => hash === envelope.hash)) return err({ type: "envelopeNotAccepted" });
  const { scope, rule, cards } = call.body;
  if (!isInScope(scope, envelope.body.header)) return err({ type: "outOfScope" });
  const named = ledger.cards.filter(({ hash }) => cards.includes(hash));
  const missing = owedWithout(owedBy(ledger.plans), named, scope);
  return rule === "allSealed" && missing.length > 0 ? err({ type: "cardsMissing", missing }) : ok(undefined);
};
