import type { AuthenticEntry } from "../entries";
import { type Chained, growChains } from "./chains";
import { cardPlace } from "./plans";
import { cardLine, isTypedIn, judgeTypedIn, type TypedGround } from "./typists";
import { accepted, refused, type Verdict, waitingFor } from "./verdict";

type Envelope = AuthenticEntry<"card">;
type PlanEntry = AuthenticEntry<"plan">;

/** What an envelope is judged by, beside the one before it. */
export interface CardGround extends TypedGround {
  readonly plans: readonly PlanEntry[];
}

const judgeSigner = (envelope: Envelope, ground: CardGround): Verdict => {
  const { deviceId, body } = envelope;
  const { members } = ground;
  const { typedIn } = body.header;
  if (typedIn !== undefined) return judgeTypedIn(envelope, typedIn.typist, ground);
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
  const sameLine = previous === null || cardLine(previous) === cardLine({ body });
  return sameLine ? accepted : refused("revisionOutOfOrder");
};

const judge = (envelope: Envelope, previous: Envelope | null, ground: CardGround): Verdict => {
  const verdicts = [
    judgeSigner(envelope, ground),
    judgePlace(envelope, ground.plans),
    judgeRevision(envelope, previous),
  ];
  return (
    verdicts.find(({ is }) => is === "refused") ?? verdicts.find(({ is }) => is === "waiting") ?? accepted
  );
};

const byPlaceThenRevision = (left: Envelope, right: Envelope): number => {
  const keys = [left, right].map(({ body }) => cardPlace(body.header));
  if (keys[0] !== keys[1]) return String(keys[0]) < String(keys[1]) ? -1 : 1;
  if (isTypedIn(left) !== isTypedIn(right)) return isTypedIn(left) ? -1 : 1;
  return left.body.header.revision - right.body.header.revision || (left.hash < right.hash ? -1 : 1);
};

/**
 * Envelopes as one chain per person and slot, each signed by a laptop of that person, and one more of what was typed in for
 * them. Two of one revision in a chain are a fork: both stay. Sorted by slot and person, what was typed in first, then by revision.
 */
export const growCards = (envelopes: readonly Envelope[], ground: CardGround): Chained<Envelope> => {
  const grown = growChains(envelopes, {
    judge: (envelope, previous) => judge(envelope, previous, ground),
    forkKey: (envelope) => `${cardLine(envelope)}/${envelope.body.header.revision}`,
  });
  return { ...grown, accepted: grown.accepted.toSorted(byPlaceThenRevision) };
};
