import type { Card } from "../../../src/domain/card/card";
import { ok, type Result } from "../../../src/domain/result";
import type { Recipient } from "../../../src/domain/sealing/envelope";
import { recoveryRecipient } from "../../../src/domain/sealing/recovery-key";
import type { VaultFailure } from "../../contract/vault";
import type { RecoveryKey } from "./recovery-key";

/**
 * The author's recovery key among those a card is wrapped to. Its public half comes from this laptop's vault and from
 * nowhere else: what a roster or a window named could be somebody else's. A borrowed laptop's is its owner's, who would
 * read the card before the reveal: none there.
 */
export const recoveryRecipients = (
  { personId }: Pick<Card, "personId">,
  recovery: Pick<RecoveryKey, "publicKey">,
  borrowed = false,
): Result<readonly Recipient[], VaultFailure> => {
  const key = borrowed ? ok(null) : recovery.publicKey();
  if (!key.ok) return key;
  return ok(key.value === null ? [] : [{ recipient: recoveryRecipient(personId), agreeKey: key.value }]);
};
