import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, verify } from "node:crypto";
import type { AesGcmInput, CryptoPort } from "../../../src/domain/sealing/crypto-port";
import { ephemeralAgreementKey } from "./agreement-key";
import { publicKeyOf } from "./raw-keys";

const algorithm = "aes-256-gcm";
const authTagLength = 16;

const aesGcmSeal = ({ key, nonce, associated, bytes }: AesGcmInput): Uint8Array => {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength }).setAAD(associated);
  return new Uint8Array(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
};

const aesGcmOpen = ({ key, nonce, associated, bytes }: AesGcmInput): Uint8Array | null => {
  if (bytes.length < authTagLength) return null;
  const end = bytes.length - authTagLength;
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength }).setAAD(associated);
  decipher.setAuthTag(bytes.subarray(end));
  const start = decipher.update(bytes.subarray(0, end));
  try {
    return new Uint8Array(Buffer.concat([start, decipher.final()]));
  } catch {
    // `final` throws where the tag does not fit; what `update` returned is dropped unread.
    return null;
  }
};

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const utf8Text = (bytes: Uint8Array): string | null => {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/** The domain's primitives on node:crypto, with nothing that Electron's BoringSSL lacks. */
export const nodeCrypto: CryptoPort = {
  sha256: (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest()),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
  aesGcmSeal,
  aesGcmOpen,
  hkdfSha256: ({ secret, salt, info, length }) =>
    new Uint8Array(hkdfSync("sha256", secret, salt, info, length)),
  verifyEd25519: (publicKey, message, signature) =>
    verify(null, message, publicKeyOf("ed25519", publicKey), signature),
  ephemeralX25519: ephemeralAgreementKey,
  utf8: (text) => new TextEncoder().encode(text),
  utf8Text,
  toBase64Url: (bytes) => Buffer.from(bytes).toString("base64url"),
  fromBase64Url: (text) => new Uint8Array(Buffer.from(text, "base64url")),
};
