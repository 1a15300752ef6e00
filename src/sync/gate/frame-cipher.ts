/** Seals and opens what travels between laptops of one loop, with a key that cannot be read out. */
export interface FrameCipher {
  /** Nonce (12 bytes), ciphertext and tag of `message`, bound to `associated`. */
  readonly seal: (
    associated: Uint8Array<ArrayBuffer>,
    message: Uint8Array,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  /** The message, or null where key, associated data and sealed bytes do not belong together. */
  readonly open: (
    associated: Uint8Array<ArrayBuffer>,
    sealed: Uint8Array,
  ) => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The part of WebCrypto a cipher uses. */
export type WebCrypto = Pick<Crypto, "subtle" | "getRandomValues">;

const nonceBytes = 12;

/** WebCrypto takes only bytes that are not shared between threads; a copy never is. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/**
 * AES-256-GCM with a random nonce per message. All laptops of a loop share the key: up to 2^32 messages a
 * generation keep the chance of a repeated nonce under 2^-32 (NIST SP 800-38D, 8.3).
 */
export const aesGcmFrameCipher = (transportKey: CryptoKey, crypto: WebCrypto): FrameCipher => {
  const algorithm = (iv: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) => ({
    name: "AES-GCM",
    iv,
    additionalData,
  });
  return {
    seal: async (associated, message) => {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const ciphertext = await crypto.subtle.encrypt(
        algorithm(nonce, associated),
        transportKey,
        owned(message),
      );
      const sealed = new Uint8Array(nonceBytes + ciphertext.byteLength);
      sealed.set(nonce);
      sealed.set(new Uint8Array(ciphertext), nonceBytes);
      return sealed;
    },
    open: async (associated, sealed) => {
      const nonce = owned(sealed.subarray(0, nonceBytes));
      try {
        const ciphertext = owned(sealed.subarray(nonceBytes));
        return new Uint8Array(
          await crypto.subtle.decrypt(algorithm(nonce, associated), transportKey, ciphertext),
        );
      } catch {
        return null;
      }
    },
  };
};
