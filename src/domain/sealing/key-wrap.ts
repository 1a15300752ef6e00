import type { Base64Url } from "../ids";
import { canonicalJson } from "./canonical-json";
import type { AgreementKey, CryptoPort } from "./crypto-port";
import { toText } from "./signing";

/** A secret encrypted to one X25519 key. */
export interface Wrap {
  /** The sender's one-time X25519 public key. */
  readonly ephemeralKey: Base64Url;
  /** 12 bytes. */
  readonly nonce: Base64Url;
  /** AES-256-GCM with the tag appended. */
  readonly ciphertext: Base64Url;
}

/** What the secret is for, as plain JSON. Unwrapping works only where both sides say the same. */
export type WrapContext = Readonly<Record<string, unknown>>;

const nothing = new Uint8Array(0);

/** Both public keys are bound beside the context, as RFC 9180 does, so a wrap cannot be moved to another key. */
const wrapInfo = (
  context: WrapContext,
  ephemeralKey: Uint8Array,
  recipientKey: Uint8Array,
  crypto: CryptoPort,
): Uint8Array =>
  crypto.utf8(
    canonicalJson({
      ...context,
      ephemeralKey: crypto.toBase64Url(ephemeralKey),
      recipientKey: crypto.toBase64Url(recipientKey),
    }),
  );

const wrapKey = (shared: Uint8Array, info: Uint8Array, crypto: CryptoPort): Uint8Array =>
  crypto.hkdfSha256({ secret: shared, salt: nothing, info, length: 32 });

/**
 * Encrypts a secret to an X25519 key: one-time agreement, HKDF-SHA-256 with empty salt and the context as info,
 * AES-256-GCM. Null where the recipient's key is of low order, which nobody should be sent a secret to.
 */
export const wrapSecret = (
  secret: Uint8Array,
  recipientKey: Uint8Array,
  context: WrapContext,
  crypto: CryptoPort,
): Wrap | null => {
  const sender = crypto.ephemeralX25519();
  const shared = sender.agree(recipientKey);
  if (shared === null) return null;
  const key = wrapKey(shared, wrapInfo(context, sender.publicKey, recipientKey, crypto), crypto);
  const nonce = crypto.randomBytes(12);
  return {
    ephemeralKey: toText(sender.publicKey, crypto),
    nonce: toText(nonce, crypto),
    ciphertext: toText(crypto.aesGcmSeal({ key, nonce, associated: nothing, bytes: secret }), crypto),
  };
};

/** The secret, or null where key, context and wrap do not belong together. */
export const unwrapSecret = (
  wrap: Wrap,
  recipient: AgreementKey,
  context: WrapContext,
  crypto: CryptoPort,
): Uint8Array | null => {
  const ephemeralKey = crypto.fromBase64Url(wrap.ephemeralKey);
  const shared = recipient.agree(ephemeralKey);
  if (shared === null) return null;
  return crypto.aesGcmOpen({
    key: wrapKey(shared, wrapInfo(context, ephemeralKey, recipient.publicKey, crypto), crypto),
    nonce: crypto.fromBase64Url(wrap.nonce),
    associated: nothing,
    bytes: crypto.fromBase64Url(wrap.ciphertext),
  });
};
