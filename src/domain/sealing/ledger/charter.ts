import type { DeviceId, Hash } from "../../ids";
import { type AuthenticEntry, oldestProtocol, protocolVersion } from "../entries";
import { accepted, judgeEach, refused, type Sorted, type Verdict } from "./verdict";

/**
 * What this laptop knows of the loop's beginning from outside the entries: the charter's hash (from founding it or
 * from being admitted), or the founder's device (the fingerprint in the invite). Without either a single charter is
 * believed and two are not.
 */
export interface Anchor {
  readonly charterHash: Hash | null;
  readonly founder: DeviceId | null;
}

type Charter = AuthenticEntry<"charter">;

/** The protocols a program can work with. */
export interface Spoken {
  readonly oldest: number;
  readonly newest: number;
}

const spokenHere: Spoken = { oldest: oldestProtocol, newest: protocolVersion };

const judgeAlone = (charter: Charter, anchor: Anchor, spoken: Spoken): Verdict => {
  if (anchor.charterHash !== null && charter.hash !== anchor.charterHash) return refused("secondCharter");
  if (anchor.founder !== null && charter.deviceId !== anchor.founder) return refused("secondCharter");
  if (charter.body.facilitator.deviceId !== charter.deviceId) return refused("charterNotItsFounders");
  if (charter.body.protocol > spoken.newest) return refused("updateFirst");
  return charter.body.protocol < spoken.oldest ? refused("protocolOlder") : accepted;
};

/**
 * The one charter of the loop. Where several could be it, none is: picking one by clock or by hash would let a later
 * one take the loop over.
 */
export const chooseCharter = (
  charters: readonly Charter[],
  anchor: Anchor,
  spoken: Spoken = spokenHere,
): Sorted<Charter> => {
  const alone = judgeEach(charters, (charter) => judgeAlone(charter, anchor, spoken));
  if (alone.accepted.length <= 1) return alone;
  const rivals = judgeEach(alone.accepted, () => refused("charterAmbiguous"));
  return { accepted: [], refused: [...alone.refused, ...rivals.refused], waiting: [] };
};
