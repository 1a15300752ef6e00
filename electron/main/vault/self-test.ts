import { scryptSync } from "node:crypto";
import type { VaultCheck } from "../../contract/vault";
import { agreementKeyFrom } from "./agreement-key";
import { deviceIdentityFrom } from "./device-identity";
import { nodeCrypto } from "./node-crypto";
import {
  aesGcmCase16,
  ed25519Test2,
  hkdfCase1,
  hkdfCase3,
  scryptCase1,
  sha256Abc,
  x25519Bob,
} from "./self-test-vectors";

const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));
const toHex = (bytes: Uint8Array | null): string =>
  bytes === null ? "null" : Buffer.from(bytes).toString("hex");
const flipped = (bytes: Uint8Array): Uint8Array => bytes.with(0, (bytes[0] ?? 0) ^ 1);

const hkdfHolds = ({ secret, salt, info, length, expected }: typeof hkdfCase1): boolean =>
  toHex(
    nodeCrypto.hkdfSha256({ secret: fromHex(secret), salt: fromHex(salt), info: fromHex(info), length }),
  ) === expected;

const signer = () =>
  deviceIdentityFrom({ signing: fromHex(ed25519Test2.secret), agreement: fromHex(x25519Bob.secret) });

const verifies = (message: Uint8Array, signature = fromHex(ed25519Test2.signature)): boolean =>
  nodeCrypto.verifyEd25519(fromHex(ed25519Test2.publicKey), message, signature);

const gcm = (bytes: Uint8Array) => ({
  key: fromHex(aesGcmCase16.key),
  nonce: fromHex(aesGcmCase16.nonce),
  associated: fromHex(aesGcmCase16.associated),
  bytes,
});

const refusesAnyChange = (): boolean => {
  const good = gcm(fromHex(aesGcmCase16.sealed));
  return (["key", "nonce", "associated", "bytes"] as const).every(
    (part) => nodeCrypto.aesGcmOpen({ ...good, [part]: flipped(good[part]) }) === null,
  );
};

const agreesBothWays = (): boolean => {
  const [one, other] = [nodeCrypto.ephemeralX25519(), nodeCrypto.ephemeralX25519()];
  return toHex(one.agree(other.publicKey)) === toHex(other.agree(one.publicKey));
};

const refusesLowOrder = (): boolean =>
  [0, 1].every((first) => nodeCrypto.ephemeralX25519().agree(new Uint8Array(32).with(0, first)) === null);

const drawsAnew = (): boolean => {
  const [one, other] = [nodeCrypto.randomBytes(32), nodeCrypto.randomBytes(32)];
  return one.length === 32 && toHex(one) !== toHex(other);
};

const checks: Readonly<Record<string, () => boolean>> = {
  "SHA-256 (FIPS 180-4)": () => toHex(nodeCrypto.sha256(nodeCrypto.utf8("abc"))) === sha256Abc,
  "HKDF-SHA-256 (RFC 5869, A.1)": () => hkdfHolds(hkdfCase1),
  "HKDF-SHA-256 without salt (RFC 5869, A.3)": () => hkdfHolds(hkdfCase3),
  "Ed25519 public key (RFC 8032)": () => toHex(signer().signKey) === ed25519Test2.publicKey,
  "Ed25519 signs (RFC 8032)": () =>
    toHex(signer().sign(fromHex(ed25519Test2.message))) === ed25519Test2.signature,
  "Ed25519 verifies (RFC 8032)": () => verifies(fromHex(ed25519Test2.message)),
  "Ed25519 refuses another message": () => !verifies(flipped(fromHex(ed25519Test2.message))),
  "Ed25519 refuses another signature": () =>
    !verifies(fromHex(ed25519Test2.message), flipped(fromHex(ed25519Test2.signature))),
  "X25519 public key (RFC 7748)": () =>
    toHex(agreementKeyFrom(fromHex(x25519Bob.secret)).publicKey) === x25519Bob.publicKey,
  "X25519 agrees (RFC 7748)": () =>
    toHex(agreementKeyFrom(fromHex(x25519Bob.secret)).agree(fromHex(x25519Bob.theirKey))) ===
    x25519Bob.shared,
  "X25519 one-time keys agree both ways": agreesBothWays,
  "X25519 refuses keys of low order": refusesLowOrder,
  "AES-256-GCM seals (test case 16)": () =>
    toHex(nodeCrypto.aesGcmSeal(gcm(fromHex(aesGcmCase16.plaintext)))) === aesGcmCase16.sealed,
  "AES-256-GCM opens (test case 16)": () =>
    toHex(nodeCrypto.aesGcmOpen(gcm(fromHex(aesGcmCase16.sealed)))) === aesGcmCase16.plaintext,
  "AES-256-GCM refuses any change": refusesAnyChange,
  "scrypt (RFC 7914)": () =>
    toHex(new Uint8Array(scryptSync("", "", 64, { N: 16, r: 1, p: 1 }))) === scryptCase1,
  "random bytes are drawn anew": drawsAnew,
  "UTF-8 refuses what is not UTF-8": () => nodeCrypto.utf8Text(Uint8Array.of(0xc3, 0x28)) === null,
  "UTF-8 keeps a byte order mark": () => nodeCrypto.utf8Text(nodeCrypto.utf8("\ufeffa")) === "\ufeffa",
};

/** A primitive the runtime lacks throws; that is the answer, not a bug. */
const holds = (check: () => boolean): boolean => {
  try {
    return check();
  } catch {
    return false;
  }
};

/**
 * Runs every primitive of the vault in this very runtime. Electron's BoringSSL lacks some of what Node's OpenSSL has, so a
 * test in Node alone proves nothing about the app.
 */
export const runVaultSelfTest = (): { readonly checks: readonly VaultCheck[] } => ({
  checks: Object.entries(checks).map(([name, check]) => ({ name, ok: holds(check) })),
});
