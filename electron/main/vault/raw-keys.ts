import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

/**
 * Raw 32-byte keys as node:crypto's key objects and back. The prefixes are the fixed DER framing of RFC 8410 (PKCS #8
 * for private keys, SubjectPublicKeyInfo for public ones); both OpenSSL and Electron's BoringSSL take them.
 */
const framing = {
  ed25519: { private: "302e020100300506032b657004220420", public: "302a300506032b6570032100" },
  x25519: { private: "302e020100300506032b656e04220420", public: "302a300506032b656e032100" },
} as const;

export type Curve = keyof typeof framing;
export const rawKeyBytes = 32;

const framed = (prefix: string, raw: Uint8Array): Buffer => {
  if (raw.length !== rawKeyBytes) throw new Error(`a raw key has ${rawKeyBytes} bytes, not ${raw.length}`);
  return Buffer.concat([Buffer.from(prefix, "hex"), raw]);
};

export const privateKeyOf = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: framed(framing[curve].private, raw), format: "der", type: "pkcs8" });

export const publicKeyOf = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: framed(framing[curve].public, raw), format: "der", type: "spki" });

/** The raw public half of a private key. */
export const rawPublicKey = (curve: Curve, privateKey: KeyObject): Uint8Array => {
  const der = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return new Uint8Array(der.subarray(framing[curve].public.length / 2));
};
