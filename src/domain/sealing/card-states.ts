import type { Card } from "../card/card";
import type { Hash, PersonId } from "../ids";
import type { CardProgress, CardState, OpenedCard, SealedRevision } from "../loop/loop-view";
import type { RequiredCard } from "../loop/plan";
import { dependenceOf } from "./certificate";
import type { AuthenticEntry } from "./entries";
import { isInScope } from "./ledger/calls";
import type { LoopLedger } from "./ledger/ledger";
import { cardPlace } from "./ledger/plans";
import { holdersByEnvelope } from "./receipts";

type Envelope = AuthenticEntry<"card">;

/** What came out when a release was tried, by envelope; envelopes nobody tried yet are absent. */
export type TriedCards = ReadonlyMap<Hash, Card | "doesNotOpen">;

/** Null before a call opens the card, and while its release is here but not yet tried. */
const openedState = (envelope: Envelope, ledger: LoopLedger, tried: TriedCards): OpenedCard | null => {
  if (!ledger.calls.some(({ body }) => isInScope(body.scope, envelope.body.header))) return null;
  const released = ledger.releases.some(({ body }) => body.envelopeHash === envelope.hash);
  if (!released) return { state: "withheld" };
  const card = tried.get(envelope.hash);
  if (card === undefined) return null;
  if (card === "doesNotOpen") return { state: "doesNotOpen" };
  return { state: "open", card, dependence: dependenceOf(envelope, ledger) };
};

interface Sources {
  readonly ledger: LoopLedger;
  readonly tried: TriedCards;
  readonly progress: readonly CardProgress[];
  readonly holders: ReadonlyMap<Hash, readonly PersonId[]>;
}

const sealedRevision = (envelope: Envelope, { ledger, tried, holders }: Sources): SealedRevision => ({
  envelopeHash: envelope.hash,
  revision: envelope.body.header.revision,
  deviceId: envelope.deviceId,
  sealedAt: envelope.body.header.at,
  heldBy: holders.get(envelope.hash) ?? [],
  opened: openedState(envelope, ledger, tried),
});

const isRequired = (place: RequiredCard, { plan }: LoopLedger): boolean =>
  plan?.body.plan.required.some((card) => cardPlace(card) === cardPlace(place)) ?? false;

const cardState = (place: RequiredCard, sources: Sources): CardState => {
  const { ledger, progress } = sources;
  const envelopes = ledger.cards.filter(({ body }) => cardPlace(body.header) === cardPlace(place));
  const own = progress.find((entry) => cardPlace(entry) === cardPlace(place));
  const revisions = envelopes.map(({ body }) => body.header.revision);
  return {
    ...place,
    required: isRequired(place, ledger),
    progress: own === undefined ? null : { answered: own.answered, of: own.of },
    sealed: envelopes.map((envelope) => sealedRevision(envelope, sources)),
    forked: new Set(revisions).size < revisions.length,
  };
};

/** Every card somebody owes, may write or has sealed: in the order of the plan's slots, then as sealed. */
const places = ({ plan, cards }: LoopLedger): readonly RequiredCard[] => {
  const planned = (plan?.body.plan.slots ?? []).flatMap(({ slotId, interviewers }) => [
    ...interviewers.map((personId) => ({ slotId, personId })),
    ...(plan?.body.plan.required ?? []).filter((card) => card.slotId === slotId),
  ]);
  const sealed = cards.map(({ body }) => ({ slotId: body.header.slotId, personId: body.header.personId }));
  return [...new Map([...planned, ...sealed].map((place) => [cardPlace(place), place])).values()];
};

/** The cards of the loop as the screens show them. */
export const ledgerToCardStates = (
  ledger: LoopLedger,
  tried: TriedCards,
  progress: readonly CardProgress[],
): readonly CardState[] => {
  const sources = { ledger, tried, progress, holders: holdersByEnvelope(ledger) };
  return places(ledger).map((place) => cardState(place, sources));
};
