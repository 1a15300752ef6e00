import type { Hash } from "../../ids";
import type { AuthenticEntry } from "../entries";
import { isInScope } from "./calls";
import { accepted, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

/** What says which cards a call opened. */
export interface RevealedGround {
  readonly calls: Sorted<AuthenticEntry<"call">>;
  readonly envelopes: Sorted<AuthenticEntry<"card">>;
}

/** The call has to count. */
export const callVerdict = (callHash: Hash, { calls }: Pick<RevealedGround, "calls">): Verdict => {
  if (calls.refused.some(({ hash }) => hash === callHash)) return refused("callRefused");
  return calls.accepted.some(({ hash }) => hash === callHash)
    ? accepted
    : waitingFor("callMissing", [callHash]);
};

/** The card has to be there, and the call has to have opened it. */
export const revealedVerdict = (
  { callHash, envelopeHash }: { readonly callHash: Hash; readonly envelopeHash: Hash },
  { calls, envelopes }: RevealedGround,
): Verdict => {
  if (envelopes.refused.some(({ hash }) => hash === envelopeHash)) return refused("envelopeRefused");
  if (calls.refused.some(({ hash }) => hash === callHash)) return refused("callRefused");
  const envelope = envelopes.accepted.find(({ hash }) => hash === envelopeHash);
  const call = calls.accepted.find(({ hash }) => hash === callHash);
  if (envelope === undefined) return waitingFor("envelopeMissing", [envelopeHash]);
  if (call === undefined) return waitingFor("callMissing", [callHash]);
  return isInScope(call.body.scope, envelope.body.header) ? accepted : refused("outOfScope");
};
