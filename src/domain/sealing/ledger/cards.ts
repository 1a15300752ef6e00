import type { AuthenticEntry } from "../entries";
import { type Chained, growChains } from "./chains";
import type { Members } from "./members";
import { cardPlace } from "./plans";
import { accepted, refused, type Verdict, waitingFor } from "./verdict";

type Envelope = AuthenticEntry<"card">;
type PlanEntry = AuthenticEntry<"plan">;

const judgeSigner = ({ deviceId, body }: Envelope, members: Members): Verdict => {
  const persons = members.personsOf(deviceId);
  if (persons.size === 0) return refused("unknownDevice");
  return persons.has(body.header.personId) ? accepted : refused("otherPersonsCard");
};

const judgePlace = ({ body }: Envelope, plans: readonly PlanEntry[]): Verdict => {
  if (plans.length === 0) return waitingFor("planMissing");
  const { slotId, kitRoot } = body.header;
  if (!plans.some((plan) => plan.body.plan.slots.some((slot) => slot.slotId === slotId)))
    return refused("unknownSlot");
  return plans.some((plan) => plan.body.plan.kit.kitRoot === kitRoot) ? accepted : refused("otherKit");
};

const judgeRevision = ({ body }: Envelope, previous: Envelope | null): Verdict => {
  const { header } = body;
  if (header.revision !== (previous?.body.header.revision ?? 0) + 1) return refused("revisionOutOfOrder");
  const samePlace = previous === null || cardPlace(previous.body.header) === cardPlace(header);
  return samePlace ? accepted : refused("revisionOutOfOrder");
};

const judge = (
  envelope: Envelope,
  previous: Envelope | null,
  members: Members,
  plans: readonly PlanEntry[],
): Verdict => {
  const verdicts = [
    judgeSigner(envelope, members),
    judgePlace(envelope, plans),
    judgeRevision(envelope, previous),
  ];
  return (
    verdicts.find(({ is }) => is === "refused") ?? verdicts.find(({ is }) => is === "waiting") ?? accepted
  );
};

const byPlaceThenRevision = (left: Envelope, right: Envelope): number => {
  const keys = [left, right].map(({ body }) => cardPlace(body.header));
  if (keys[0] !== keys[1]) return String(keys[0]) < String(keys[1]) ? -1 : 1;
  return left.body.header.revision - right.body.header.revision || (left.hash < right.hash ? -1 : 1);
};

/**
 * Envelopes as one chain per person and slot, each signed by a laptop of that person. Two of one revision are a fork:
 * both stay. Sorted by slot, person and revision.
 */
export const growCards = (
  envelopes: readonly Envelope[],
  members: Members,
  plans: readonly PlanEntry[],
): Chained<Envelope> => {
  const grown = growChains(envelopes, {
    judge: (envelope, previous) => judge(envelope, previous, members, plans),
    forkKey: ({ body }) => `${cardPlace(body.header)}/${body.header.revision}`,
  });
  return { ...grown, accepted: grown.accepted.toSorted(byPlaceThenRevision) };
};
