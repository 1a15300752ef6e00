import type { Card } from "../../../src/domain/card/card";
import type { Recipient } from "../../../src/domain/sealing/envelope";
import { recoveryRecipient } from "../../../src/domain/sealing/recovery-key";

/**
 * The author's recovery key among those a card is wrapped to. Its public half comes from this laptop's vault and from
 * nowhere else: what a roster or a window named could be somebody else's.
 */
export const recoveryRecipients = (
  { personId }: Pick<Card, "personId">,
  publicKey: Uint8Array | null,
): readonly Recipient[] =>
  publicKey === null ? [] : [{ recipient: recoveryRecipient(personId), agreeKey: publicKey }];
