import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import type { AgreementKey, CryptoPort, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";

const publicFromRaw = (crv: "Ed25519" | "X25519", raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: "OKP", crv, x: Buffer.from(raw).toString("base64url") },
    format: "jwk",
  });

const rawPublic = (key: KeyObject): Uint8Array =>
  new Uint8Array(Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url"));

const agreementKey = (): AgreementKey => {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return {
    publicKey: rawPublic(publicKey),
    agree: (raw) => {
      try {
        return new Uint8Array(diffieHellman({ privateKey, publicKey: publicFromRaw("X25519", raw) }));
      } catch {
        // OpenSSL throws for a point of low order.
        return null;
      }
    },
  };
};

/** The primitives over node:crypto, for tests of what is built on them. */
export const nodeCrypto: CryptoPort = {
  sha256: (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest()),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
  aesGcmSeal: ({ key, nonce, associated, bytes }) => {
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(associated);
    return new Uint8Array(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
  },
  aesGcmOpen: ({ key, nonce, associated, bytes }) => {
    if (bytes.length < 16) return null;
    const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(associated);
    decipher.setAuthTag(bytes.subarray(bytes.length - 16));
    try {
      return new Uint8Array(
        Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - 16)), decipher.final()]),
      );
    } catch {
      // node:crypto throws where the tag does not fit.
      return null;
    }
  },
  hkdfSha256: ({ secret, salt, info, length }) =>
    new Uint8Array(hkdfSync("sha256", secret, salt, info, length)),
  verifyEd25519: (publicKey, message, signature) =>
    verify(null, message, publicFromRaw("Ed25519", publicKey), signature),
  ephemeralX25519: agreementKey,
  utf8: (text) => new TextEncoder().encode(text),
  utf8Text: (bytes) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      // TextDecoder throws where the bytes are not UTF-8.
      return null;
    }
  },
  toBase64Url: (bytes) => Buffer.from(bytes).toString("base64url"),
  fromBase64Url: (text) => new Uint8Array(Buffer.from(text, "base64url")),
};

/** A laptop's keys, fresh. */
export const aDevice = (): DeviceIdentity => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const signKey = rawPublic(publicKey);
  return {
    deviceId: nodeCrypto.toBase64Url(nodeCrypto.sha256(signKey)),
    signKey,
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
    agreement: agreementKey(),
  };
};
