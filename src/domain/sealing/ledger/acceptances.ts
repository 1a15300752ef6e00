import type { Hash, PersonId } from "../../ids";
import type { AuthenticEntry } from "../entries";
import { boundedByPerson, keepOnly, mostAcceptances } from "./bounds";
import { signerFault } from "./laptops";
import type { Members } from "./members";
import { accepted, judgeEach, type Sorted } from "./verdict";

type Acceptance = AuthenticEntry<"acceptance">;

/** `isBounded` is false in loops whose protocol lets everybody accept as often as they like. */
export interface AcceptanceGround {
  readonly members: Members;
  readonly isBounded: boolean;
}

/** Acceptances by laptops of the person they speak of. */
export const judgeAcceptances = (
  acceptances: readonly Acceptance[],
  { members, isBounded }: AcceptanceGround,
): Sorted<Acceptance> => {
  const judged = judgeEach(
    acceptances,
    (entry) => signerFault(entry, entry.body.personId, members) ?? accepted,
  );
  if (!isBounded) return judged;
  const short = keepOnly(judged, ({ body }) => body.replaces.length <= mostAcceptances, "tooManyWords");
  return boundedByPerson(short);
};

/** What stands of what a person accepted: everything no later word of the same person stands in place of. */
export const standingAcceptances = (
  personId: PersonId,
  acceptances: readonly Acceptance[],
): readonly Acceptance[] => {
  const own = acceptances.filter(({ body }) => body.personId === personId);
  const replaced = new Set<Hash>(own.flatMap(({ body }) => body.replaces));
  return own.filter(({ hash }) => !replaced.has(hash));
};
