import type { Card } from "../card/card";
import type { Hash } from "../ids";
import type {
  BrokenGlassState,
  CardCopy,
  CardProgress,
  CardState,
  OpenedCard,
  SealedRevision,
} from "../loop/loop-view";
import type { RequiredCard } from "../loop/plan";
import { dependenceOf } from "./certificate";
import type { AuthenticEntry } from "./entries";
import { isInScope } from "./ledger/calls";
import { isForked } from "./ledger/choices";
import type { LoopLedger } from "./ledger/ledger";
import { cardPlace, owedBy, plansUpTo } from "./ledger/plans";
import { sealerOf } from "./ledger/typists";
import type { RefusedByLedger } from "./ledger/verdict";
import { confirmationOf, copiesByEnvelope, holdersOf } from "./receipts";
import { isSetAside } from "./set-aside";

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
  const releases = ledger.releases.filter(({ body }) => body.envelopeHash === envelope.hash);
  const byEscrow = releases.every(({ body }) => body.releaser === "escrow");
  return { state: "open", card, dependence: dependenceOf(envelope, ledger), byEscrow };
};

interface Sources {
  readonly ledger: LoopLedger;
  readonly tried: TriedCards;
  readonly progress: readonly CardProgress[];
  readonly copies: ReadonlyMap<Hash, readonly CardCopy[]>;
}

/** What a certificate says of a card that no call is shown to come after. */
const afterTheCall: ReadonlySet<string> = new Set(["sawRevealFirst", "notCoveredByCall"]);

const isLate = (envelope: Envelope, ledger: LoopLedger): boolean =>
  ledger.calls.some(({ body }) => isInScope(body.scope, envelope.body.header)) &&
  dependenceOf(envelope, ledger).some((reason) => afterTheCall.has(reason));

const brokenGlassOn = (
  envelope: Envelope,
  { breakGlass, witnesses }: LoopLedger,
): readonly BrokenGlassState[] =>
  breakGlass
    .filter(({ body }) => body.envelopeHash === envelope.hash)
    .map(({ hash, body: { personId, at, reason } }) => ({
      hash,
      personId,
      at,
      reason,
      witnesses: [
        ...new Set(
          witnesses.filter(({ body }) => body.breakGlassHash === hash).map(({ body }) => body.personId),
        ),
      ].toSorted(),
    }));

/** The words that let somebody type this card in, oldest first by their own clocks. */
const typistsOf = (place: RequiredCard, { typists }: LoopLedger): Pick<CardState, "typists"> => {
  const here = typists
    .filter(({ body }) => cardPlace(body) === cardPlace(place))
    .map(({ hash, body: { by, at, reason } }) => ({ hash, by, at, reason }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  return here.length === 0 ? {} : { typists: here };
};

const typedInOf = (
  { body: { header } }: Envelope,
  { typists }: LoopLedger,
): Pick<SealedRevision, "typedIn"> => {
  const typist = typists.find(({ hash }) => hash === header.typedIn?.typist);
  return typist === undefined ? {} : { typedIn: { by: typist.body.by, reason: typist.body.reason } };
};

const sealedRevision = (envelope: Envelope, { ledger, tried, copies }: Sources): SealedRevision => {
  const { revision, at } = envelope.body.header;
  // The copy of whoever sealed it is the one that can be lost.
  const sealer = sealerOf(envelope, ledger) ?? envelope.body.header.personId;
  const held = copies.get(envelope.hash) ?? [];
  const heldBy = holdersOf(held, sealer);
  return {
    envelopeHash: envelope.hash,
    revision,
    deviceId: envelope.deviceId,
    sealedAt: at,
    heldBy,
    copies: held,
    confirmation: confirmationOf(heldBy, sealer, ledger),
    late: isLate(envelope, ledger),
    setAside: isSetAside(envelope, ledger),
    ...typedInOf(envelope, ledger),
    brokenGlass: brokenGlassOn(envelope, ledger),
    opened: openedState(envelope, ledger, tried),
  };
};

const requires = ({ body }: AuthenticEntry<"plan">, place: RequiredCard): boolean =>
  body.plan.required.some((card) => cardPlace(card) === cardPlace(place));

const isRequired = (place: RequiredCard, { plan }: LoopLedger): boolean =>
  plan !== null && requires(plan, place);

/** The reason of the plan that dropped the card last; null where none did or it is required again. */
const droppedFor = (place: RequiredCard, { plan, plans }: LoopLedger): string | null => {
  if (plan === null || requires(plan, place)) return null;
  const line = plansUpTo(plan.hash, plans).toSorted((left, right) => left.body.version - right.body.version);
  const last = line.findLastIndex((one) => requires(one, place));
  return last === -1 ? null : (line[last + 1]?.body.reason ?? null);
};

/** Envelopes under this place by a laptop of its person that count for nothing. */
const refusedHere = (place: RequiredCard, { refused, rosters }: LoopLedger): readonly RefusedByLedger[] =>
  refused.filter(
    ({ card, deviceId }) =>
      card !== null &&
      cardPlace(card) === cardPlace(place) &&
      rosters.some(({ body }) =>
        body.devices.some((device) => device.deviceId === deviceId && device.personId === place.personId),
      ),
  );

const cardState = (place: RequiredCard, sources: Sources): CardState => {
  const { ledger, progress } = sources;
  const envelopes = ledger.cards.filter(({ body }) => cardPlace(body.header) === cardPlace(place));
  const own = progress.find((entry) => cardPlace(entry) === cardPlace(place));
  return {
    ...place,
    required: isRequired(place, ledger),
    progress: own === undefined ? null : { answered: own.answered, of: own.of },
    sealed: envelopes.map((envelope) => sealedRevision(envelope, sources)),
    forked: envelopes.some((envelope) => !isSetAside(envelope, ledger) && isForked(envelope, ledger)),
    ...typistsOf(place, ledger),
    dropped: droppedFor(place, ledger),
    refused: refusedHere(place, ledger),
  };
};

/** Every card somebody owes, may write, has sealed or was let off: in the order of the plan's slots, then as sealed. */
const places = ({ plan, plans, cards }: LoopLedger): readonly RequiredCard[] => {
  const planned = (plan?.body.plan.slots ?? []).flatMap(({ slotId, interviewers }) => [
    ...interviewers.map((personId) => ({ slotId, personId })),
    ...(plan?.body.plan.required ?? []).filter((card) => card.slotId === slotId),
  ]);
  const sealed = cards.map(({ body }) => ({ slotId: body.header.slotId, personId: body.header.personId }));
  const owed = owedBy(plans);
  const inSlot = (plan?.body.plan.slots ?? []).flatMap(({ slotId }) =>
    owed.filter((card) => card.slotId === slotId),
  );
  return [
    ...new Map(
      [...planned, ...inSlot, ...sealed, ...owed].map((place) => [cardPlace(place), place]),
    ).values(),
  ];
};

/** The cards of the loop as the screens show them. */
export const ledgerToCardStates = (
  ledger: LoopLedger,
  tried: TriedCards,
  progress: readonly CardProgress[],
): readonly CardState[] => {
  const sources = { ledger, tried, progress, copies: copiesByEnvelope(ledger) };
  return places(ledger).map((place) => cardState(place, sources));
};
