import { z } from "zod";
import { base64UrlSchema, type DeviceId, deviceIdSchema, type Hash, type LoopId } from "../ids";
import type { AgreementKey, CryptoPort } from "../sealing/crypto-port";
import { unwrapSecret, type WrapContext, wrapSecret } from "../sealing/key-wrap";

/** The text of one kit part, encrypted to one laptop. */
export const partWrapSchema = z.object({
  path: z.string().min(1).max(200),
  recipient: deviceIdSchema,
  /** The laptop that made the wrap; each has a place of its own, so that none takes another's. */
  sender: deviceIdSchema,
  ephemeralKey: base64UrlSchema.length(43),
  nonce: base64UrlSchema.length(16),
  ciphertext: base64UrlSchema,
});
export type PartWrap = z.infer<typeof partWrapSchema>;

export interface PartContext {
  readonly loopId: LoopId;
  readonly kitRoot: Hash;
}

/**
 * What a wrapped part is bound to. The wrap needs no signature: what comes out counts only where it hashes to the leaf
 * that the signed plan's root covers, so nobody can pass off another text.
 */
const contextOf = (
  { loopId, kitRoot }: PartContext,
  { path, recipient }: { readonly path: string; readonly recipient: DeviceId },
): WrapContext => ({ use: "panelbook/2/kit-part", version: 1, loopId, kitRoot, path, recipient });

/** Encrypts a part's text to a laptop's X25519 key; null where that key cannot be used. */
export const wrapPart = (
  part: { readonly path: string; readonly text: string },
  to: { readonly recipient: DeviceId; readonly agreeKey: Uint8Array },
  from: { readonly context: PartContext; readonly sender: DeviceId },
  crypto: CryptoPort,
): PartWrap | null => {
  const { path, text } = part;
  const { recipient } = to;
  const wrap = wrapSecret(
    crypto.utf8(text),
    to.agreeKey,
    contextOf(from.context, { path, recipient }),
    crypto,
  );
  return wrap === null ? null : { path, recipient, sender: from.sender, ...wrap };
};

/** The part's text, or null where the wrap is not for this laptop, loop and kit. */
export const openPart = (
  wrap: PartWrap,
  context: PartContext,
  agreement: AgreementKey,
  crypto: CryptoPort,
): string | null => {
  const bytes = unwrapSecret(wrap, agreement, contextOf(context, wrap), crypto);
  return bytes === null ? null : crypto.utf8Text(bytes);
};
