import type { PersonId } from "../../ids";
import type { AuthenticEntry, CharterBody, RosterBody } from "../entries";
import type { Members } from "./members";
import { accepted, judgeEach, type LedgerRefusal, refused, type Sorted } from "./verdict";

type Takeover = AuthenticEntry<"takeover">;

/** Who may ever act for the loop, in the order in which one prevails over another. */
export const rankedPersons = ({ facilitator, deputies }: CharterBody): readonly PersonId[] => [
  facilitator.personId,
  ...deputies,
];

const faultInItself = ({ body }: Takeover, charter: CharterBody): LedgerRefusal | null => {
  if (!charter.deputies.includes(body.personId)) return "notADeputy";
  return body.reason.trim() === "" ? "reasonMissing" : null;
};

/**
 * The persons who may sign the roster after this one: the facilitator, and every deputy who took over from a laptop that
 * this roster gives them.
 */
export const rulersIn = (
  { devices }: RosterBody,
  charter: CharterBody,
  takeovers: readonly Takeover[],
): ReadonlySet<PersonId> => {
  const counting = takeovers.filter(
    (takeover) =>
      faultInItself(takeover, charter) === null &&
      devices.some(
        ({ deviceId, personId }) => deviceId === takeover.deviceId && personId === takeover.body.personId,
      ),
  );
  return new Set([charter.facilitator.personId, ...counting.map(({ body }) => body.personId)]);
};

const faultOf = (takeover: Takeover, charter: CharterBody, members: Members): LedgerRefusal | null => {
  const { personId } = takeover.body;
  const persons = members.personsOf(takeover.deviceId);
  if (persons.size === 0) return "unknownDevice";
  if (!persons.has(personId)) return "signerMismatch";
  return faultInItself(takeover, charter) ?? (members.speaksFor(takeover, personId) ? null : "removedBefore");
};

/**
 * Takeovers by laptops of deputies, each with its reason. A takeover adds to who may act and takes nothing from anybody:
 * a laptop that was only out of reach goes on, and what it did meanwhile is not undone.
 */
export const judgeTakeovers = (
  takeovers: readonly Takeover[],
  charter: CharterBody,
  members: Members,
): Sorted<Takeover> => {
  const judged = judgeEach(takeovers, (takeover) => {
    const fault = faultOf(takeover, charter, members);
    return fault === null ? accepted : refused(fault);
  });
  const place = ({ body }: Takeover) => charter.deputies.indexOf(body.personId);
  const inOrder = (left: Takeover, right: Takeover) =>
    place(left) - place(right) || (left.hash < right.hash ? -1 : 1);
  return { ...judged, accepted: judged.accepted.toSorted(inOrder) };
};

/** Who acts for the loop: the earliest in the deputies' list who took over, or the facilitator. */
export const inCharge = (charter: CharterBody, takeovers: readonly Takeover[]): PersonId =>
  charter.deputies.find((deputy) => takeovers.some(({ body }) => body.personId === deputy)) ??
  charter.facilitator.personId;
