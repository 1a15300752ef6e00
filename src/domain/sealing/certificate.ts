import type { Hash } from "../ids";
import type { DependenceReason } from "../record/record";
import type { AuthenticEntry } from "./entries";
import { containedIn } from "./ledger/chains";
import { isForked, isSetAside } from "./ledger/choices";
import type { LoopLedger } from "./ledger/ledger";

type Envelope = AuthenticEntry<"card">;
type Call = AuthenticEntry<"call">;

const isOfAnother = (
  receipt: AuthenticEntry<"receipt">,
  { body }: Envelope,
  { rosters }: LoopLedger,
): boolean =>
  !rosters.some((roster) =>
    roster.body.devices.some(
      ({ deviceId, personId }) => deviceId === receipt.deviceId && personId === body.header.personId,
    ),
  );

const everything = (ledger: LoopLedger): readonly AuthenticEntry[] => [
  ...ledger.rosters,
  ...ledger.plans,
  ...ledger.cards,
  ...ledger.decisions,
  ...ledger.logs,
];

/**
 * True where the call shows that the envelope existed before it: it names the envelope, one of its heads comes after it, or
 * a head is a receipt for it from another person's laptop.
 */
const isCoveredBy = (call: Call, envelope: Envelope, ledger: LoopLedger): boolean => {
  const seen: ReadonlySet<Hash> = containedIn([...call.body.cards, ...call.body.heads], everything(ledger));
  if (seen.has(envelope.hash)) return true;
  return ledger.receipts.some(
    (receipt) =>
      seen.has(receipt.hash) &&
      receipt.body.envelopes.includes(envelope.hash) &&
      isOfAnother(receipt, envelope, ledger),
  );
};

/** True where a role player's sheet had been opened to the card's author for an earlier revision of it. */
const knewTensions = ({ body: { header } }: Envelope, { openings, cards }: LoopLedger): boolean =>
  openings.some(({ body }) => {
    const own = cards.find(({ hash }) => hash === body.sealedHash)?.body.header;
    return own?.slotId === header.slotId && own.personId === header.personId;
  });

/**
 * Why a card does not count as independent; empty where it does. Independent means: sealed, by everything that can be
 * proved, before its author could open anybody's card. Who published its key says nothing about that; a card opened by
 * escrow is marked for itself. With several calls every one of them has to come after it, since cards were open after the
 * first.
 */
export const dependenceOf = (envelope: Envelope, ledger: LoopLedger): readonly DependenceReason[] => {
  const { knownReveals, revision } = envelope.body.header;
  const covered =
    ledger.calls.length > 0 && ledger.calls.every((call) => isCoveredBy(call, envelope, ledger));
  const setAside = isSetAside(envelope, ledger);
  const reasons: readonly (readonly [boolean, DependenceReason])[] = [
    [knownReveals.length > 0, "sawRevealFirst"],
    [setAside, "setAside"],
    [!setAside && isForked(envelope, ledger), "forked"],
    [!covered, "notCoveredByCall"],
    [revision > 1, "laterRevision"],
    [revision > 1 && knewTensions(envelope, ledger), "knewTensions"],
  ];
  return reasons.filter(([holds]) => holds).map(([, reason]) => reason);
};
