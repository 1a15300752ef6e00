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
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";

/**
 * Sealed to this laptop alone: the roster is the facilitator's word, who could otherwise add a laptop under the author's
 * name and read what is not even finished.
 */
export const sealDraft = (
  { identity }: Vault,
  card: Card,
  number: number,
): Result<DraftCopy, DraftCopyRefusal> => {
  const recipient = { kind: "device" as const, deviceId: deviceIdSchema.parse(identity.deviceId) };
  const own = { recipient, agreeKey: identity.agreement.publicKey };
  return sealDraftCopy(card, number, [own], identity, nodeCrypto);
};

export const checkDraft = (copy: DraftCopy): Result<undefined, { readonly type: "notSigned" }> =>
  isSignedDraftCopy(copy, nodeCrypto) ? ok(undefined) : err({ type: "notSigned" });

export const openDraft = ({ identity }: Vault, copy: DraftCopy): ReturnType<typeof openDraftCopy> =>
  openDraftCopy(copy, identity, nodeCrypto);
