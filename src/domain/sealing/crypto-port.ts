/**
 * The standard primitives the domain needs, passed in: node:crypto in Electron main and in tests.
 * The domain has no randomness and no implementation of its own.
 */
export interface CryptoPort {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  readonly randomBytes: (length: number) => Uint8Array;
  /** AES-256-GCM; the 16-byte tag is appended to the ciphertext. `nonce` has 12 bytes, `key` 32. */
  readonly aesGcmSeal: (input: AesGcmInput) => Uint8Array;
  /** The plaintext, or null where key, nonce, associated data and ciphertext do not belong together. */
  readonly aesGcmOpen: (input: AesGcmInput) => Uint8Array | null;
  readonly hkdfSha256: (input: HkdfInput) => Uint8Array;
  /** True where `signature` (64 bytes) is Ed25519 over `message` by `publicKey` (32 raw bytes). */
  readonly verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
  /** A fresh X25519 key pair for one use, as an object that never shows its private key. */
  readonly ephemeralX25519: () => AgreementKey;
  readonly utf8: (text: string) => Uint8Array;
  /** The text, or null where the bytes are not UTF-8. */
  readonly utf8Text: (bytes: Uint8Array) => string | null;
  readonly toBase64Url: (bytes: Uint8Array) => string;
  readonly fromBase64Url: (text: string) => Uint8Array;
}

export interface AesGcmInput {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly associated: Uint8Array;
  /** Plaintext to seal, or ciphertext with tag to open. */
  readonly bytes: Uint8Array;
}

export interface HkdfInput {
  readonly secret: Uint8Array;
  readonly salt: Uint8Array;
  readonly info: Uint8Array;
  readonly length: number;
}

/** One half of an X25519 agreement. */
export interface AgreementKey {
  /** 32 raw bytes. */
  readonly publicKey: Uint8Array;
  /** The shared secret with another public key, or null for a low-order point. */
  readonly agree: (theirPublicKey: Uint8Array) => Uint8Array | null;
}

/** The private half of this laptop's identity, usable but never readable. */
export interface DeviceIdentity {
  readonly deviceId: string;
  readonly signKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
  readonly agreement: AgreementKey;
}
