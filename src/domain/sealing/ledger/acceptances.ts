import type { Hash, PersonId } from "../../ids";
import type { AuthenticEntry } from "../entries";
import { signerFault } from "./laptops";
import type { Members } from "./members";
import { accepted, judgeEach, type Sorted } from "./verdict";

type Acceptance = AuthenticEntry<"acceptance">;

/** Acceptances by laptops of the person they speak of. */
export const judgeAcceptances = (acceptances: readonly Acceptance[], members: Members): Sorted<Acceptance> =>
  judgeEach(acceptances, (entry) => signerFault(entry, entry.body.personId, members) ?? accepted);

/** What stands of what a person accepted: everything no later word of the same person stands in place of. */
export const standingAcceptances = (
  personId: PersonId,
  acceptances: readonly Acceptance[],
): readonly Acceptance[] => {
  const own = acceptances.filter(({ body }) => body.personId === personId);
  const replaced = new Set<Hash>(own.flatMap(({ body }) => body.replaces));
  return own.filter(({ hash }) => !replaced.has(hash));
};
