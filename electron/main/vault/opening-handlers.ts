import type { Card } from "../../../src/domain/card/card";
import type { Hash, Timestamp } from "../../../src/domain/ids";
import { err, type Result } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import type { SignedEntry } from "../../../src/domain/sealing/entries";
import {
  type OpeningRefusal,
  type OwedOpening,
  openToAssessor,
  readOpening,
} from "../../../src/domain/sealing/open-to-assessor";
import { authenticOnes, ledgerOfEntries } from "./judged-entries";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";

export interface OpeningRequest extends OwedOpening {
  /** Everything the laptop holds of the loop. */
  readonly entries: readonly SignedEntry[];
  readonly charterHash: Hash | null;
}

/**
 * Signs the opening of this laptop's role play sheet to an assessor. Main computes the ledger itself: a key that was given
 * before the assessor's card was sealed cannot be taken back.
 */
export const openSheetFor = (
  { identity }: Pick<Vault, "identity">,
  { entries: given, charterHash, ...asked }: OpeningRequest,
  at: Timestamp,
): Result<SignedEntry, OpeningRefusal> => {
  const entries = authenticOnes(given);
  const envelope = entries.find(({ hash }) => hash === asked.envelopeHash);
  if (envelope?.kind !== "card") return err({ type: "notOwed" });
  const ledger = ledgerOfEntries(entries, envelope.body.header.loopId, charterHash);
  return openToAssessor(asked, ledger, { identity, at }, nodeCrypto);
};

/** The sheet that an opening gives to this laptop; what is no opening or no envelope opens nothing. */
export const readSheet = (
  { identity }: Pick<Vault, "identity">,
  given: { readonly opening: SignedEntry; readonly envelope: SignedEntry },
): Result<Card, OpeningRefusal> => {
  const opening = authenticate(given.opening, nodeCrypto);
  const envelope = authenticate(given.envelope, nodeCrypto);
  if (!opening.ok || opening.value.kind !== "opening") return err({ type: "notForThisDevice" });
  if (!envelope.ok || envelope.value.kind !== "card") return err({ type: "notForThisDevice" });
  return readOpening(opening.value, envelope.value, identity, nodeCrypto);
};
