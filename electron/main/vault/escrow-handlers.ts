import type { Card } from "../../../src/domain/card/card";
import type { Hash } from "../../../src/domain/ids";
import { err, type Result } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import type { SignedEntry } from "../../../src/domain/sealing/entries";
import { type EscrowOpeningRefusal, openByEscrow } from "../../../src/domain/sealing/open-by-escrow";
import { unwrapContentKey } from "../../../src/domain/sealing/open-card";
import { authenticOnes, ledgerOfEntries } from "./judged-entries";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";

export interface EscrowRequest {
  /** Everything the laptop holds of the loop. */
  readonly entries: readonly SignedEntry[];
  readonly envelopeHash: Hash;
  readonly charterHash: Hash | null;
}

/**
 * Opens a card before the reveal, after main itself found the signed reason and another person's receipt of it among the
 * loop's entries. The key stays here; only this laptop's window gets the card.
 */
export const openByEscrowFor = (
  { identity }: Pick<Vault, "identity">,
  request: EscrowRequest,
): Result<Card, EscrowOpeningRefusal> => {
  const entries = authenticOnes(request.entries);
  const envelope = entries.find(({ hash }) => hash === request.envelopeHash);
  if (envelope?.kind !== "card") return err({ type: "envelopeNotAccepted" });
  const ledger = ledgerOfEntries(entries, envelope.body.header.loopId, request.charterHash);
  return openByEscrow(envelope, ledger, identity, nodeCrypto);
};

/** For each envelope: whether the wrap for this laptop opens to the key its author committed to. Says nothing of the key. */
export const holdsKeysOf = (
  { identity }: Pick<Vault, "identity">,
  envelopes: readonly SignedEntry[],
): readonly boolean[] =>
  envelopes.map((entry) => {
    const envelope = authenticate(entry, nodeCrypto);
    if (!envelope.ok || envelope.value.kind !== "card") return false;
    return unwrapContentKey(envelope.value, identity, nodeCrypto).ok;
  });
