import { diffieHellman, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { AgreementKey } from "../../../src/domain/sealing/crypto-port";
import { privateKeyOf, publicKeyOf, rawPublicKey } from "./raw-keys";

/** The shared secret, or null for a public key of low order, where both OpenSSL and BoringSSL throw (RFC 7748, 6.1). */
const agree = (privateKey: KeyObject, theirs: Uint8Array): Uint8Array | null => {
  const publicKey = publicKeyOf("x25519", theirs);
  try {
    const shared = new Uint8Array(diffieHellman({ privateKey, publicKey }));
    return shared.every((byte) => byte === 0) ? null : shared;
  } catch {
    return null;
  }
};

const agreementKey = (privateKey: KeyObject): AgreementKey => ({
  publicKey: rawPublicKey("x25519", privateKey),
  agree: (theirs) => agree(privateKey, theirs),
});

/** An X25519 key from its 32 private bytes. */
export const agreementKeyFrom = (raw: Uint8Array): AgreementKey => agreementKey(privateKeyOf("x25519", raw));

/** A fresh X25519 key that exists only in this object. */
export const ephemeralAgreementKey = (): AgreementKey =>
  agreementKey(generateKeyPairSync("x25519").privateKey);
