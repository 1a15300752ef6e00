import type { Card } from "../../../src/domain/card/card";
import { deviceIdSchema } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import {
  type DraftCopy,
  type DraftCopyRefusal,
  isSignedDraftCopy,
  openDraftCopy,
  sealDraftCopy,
} from "../../../src/domain/sealing/draft-copy";
import type { VaultFailure } from "../../contract/vault";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";
import { recoveryRecipients } from "./recovery-recipients";

/**
 * Sealed to this laptop and to its person's recovery key alone: the roster is the facilitator's word, who could otherwise
 * add a laptop under the author's name and read what is not even finished.
 */
export const sealDraft = (
  { identity, recovery }: Pick<Vault, "identity" | "recovery">,
  card: Card,
  number: number,
  borrowed = false,
): Result<DraftCopy, DraftCopyRefusal | VaultFailure> => {
  const spare = recoveryRecipients(card, recovery, borrowed);
  if (!spare.ok) return spare;
  const recipient = { kind: "device" as const, deviceId: deviceIdSchema.parse(identity.deviceId) };
  const own = { recipient, agreeKey: identity.agreement.publicKey };
  return sealDraftCopy(card, number, [own, ...spare.value], identity, nodeCrypto);
};

export const checkDraft = (copy: DraftCopy): Result<undefined, { readonly type: "notSigned" }> =>
  isSignedDraftCopy(copy, nodeCrypto) ? ok(undefined) : err({ type: "notSigned" });

type DraftCopyFault = Extract<ReturnType<typeof openDraftCopy>, { readonly ok: false }>["error"];

/**
 * With this laptop's key what this laptop made; what another one made with the person's recovery key alone. This laptop's
 * public key is known to the whole loop: whoever wrapped a copy to it may be anybody.
 */
export const openDraft = (
  { identity, recovery }: Pick<Vault, "identity" | "recovery">,
  copy: DraftCopy,
): Result<Card, VaultFailure | DraftCopyFault> => {
  if (copy.header.deviceId === identity.deviceId) return openDraftCopy(copy, identity, nodeCrypto);
  const recovering = recovery.agreement();
  if (!recovering.ok) return recovering;
  if (recovering.value === null) return err({ type: "notForThisDevice" });
  return openDraftCopy(copy, { agreement: recovering.value }, nodeCrypto);
};
