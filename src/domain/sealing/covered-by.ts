import type { Hash } from "../ids";
import type { AuthenticEntry } from "./entries";
import { containedIn } from "./ledger/chains";
import type { LoopLedger } from "./ledger/ledger";
import { sealerOf } from "./ledger/typists";

type Envelope = AuthenticEntry<"card">;
type Call = AuthenticEntry<"call">;

/** Neither a laptop of the card's person nor one of whoever typed it in. */
const isOfAnother = (
  receipt: AuthenticEntry<"receipt">,
  envelope: Envelope,
  { rosters, typists }: LoopLedger,
): boolean => {
  const own = [envelope.body.header.personId, sealerOf(envelope, { typists })];
  return !rosters.some((roster) =>
    roster.body.devices.some(
      ({ deviceId, personId }) => deviceId === receipt.deviceId && own.includes(personId),
    ),
  );
};

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
export const isCoveredBy = (call: Call, envelope: Envelope, ledger: LoopLedger): boolean => {
  const seen: ReadonlySet<Hash> = containedIn([...call.body.cards, ...call.body.heads], everything(ledger));
  if (seen.has(envelope.hash)) return true;
  return ledger.receipts.some(
    (receipt) =>
      seen.has(receipt.hash) &&
      receipt.body.envelopes.includes(envelope.hash) &&
      isOfAnother(receipt, envelope, ledger),
  );
};
