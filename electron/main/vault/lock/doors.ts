import { scrypt } from "node:crypto";
import { base64UrlSchema } from "../../../../src/domain/ids";
import { deviceKeyOf, type Wrapped } from "../device-key";
import { nodeCrypto } from "../node-crypto";
import type { PassphraseDoor, WordsDoor } from "./key-file";

/** About half a second and 128 MB a try: what OWASP's password storage sheet advises for scrypt. */
export const usualCost = 2 ** 17;

/** The same letters typed on another keyboard may be other code points; NFKC makes them one. */
const scryptOf = (passphrase: string, salt: Uint8Array, cost: number): Promise<Uint8Array> =>
  new Promise((done, failed) =>
    scrypt(
      passphrase.normalize("NFKC"),
      salt,
      32,
      { N: cost, r: 8, p: 1, maxmem: 2048 * cost + 2 ** 20 },
      (error, key) => (error === null ? done(new Uint8Array(key)) : failed(error)),
    ),
  );

const text = (bytes: Uint8Array) => base64UrlSchema.parse(nodeCrypto.toBase64Url(bytes));

const wrapUnder = (key: Uint8Array, secret: Uint8Array, label: object) => {
  const { nonce, ciphertext } = deviceKeyOf(key, "passphrase").wrap(secret, label);
  return { nonce: base64UrlSchema.parse(nonce), ciphertext: base64UrlSchema.parse(ciphertext) };
};

const openUnder = (key: Uint8Array, wrapped: Wrapped, label: object): Uint8Array | null =>
  deviceKeyOf(key, "passphrase").unwrap(wrapped, label);

const passphraseLabel = ({ salt, cost }: Pick<PassphraseDoor, "salt" | "cost">): object => ({
  format: "panelbook-device-key",
  formatVersion: 2,
  door: "passphrase",
  salt,
  cost,
});

const wordsLabel = { format: "panelbook-device-key", formatVersion: 2, door: "words" } as const;

/** A door that this passphrase opens. */
export const passphraseDoor = async (
  passphrase: string,
  deviceKey: Uint8Array,
  cost: number,
): Promise<PassphraseDoor> => {
  const salt = nodeCrypto.randomBytes(16);
  const facts = { salt: text(salt), cost };
  const key = await scryptOf(passphrase, salt, cost);
  return { ...facts, ...wrapUnder(key, deviceKey, passphraseLabel(facts)) };
};

/** The device key, or null where this is not the passphrase. */
export const throughPassphrase = async (
  door: PassphraseDoor,
  passphrase: string,
): Promise<Uint8Array | null> => {
  const key = await scryptOf(passphrase, nodeCrypto.fromBase64Url(door.salt), door.cost);
  return openUnder(key, door, passphraseLabel(door));
};

const wordsKey = (entropy: Uint8Array): Uint8Array =>
  nodeCrypto.hkdfSha256({
    secret: entropy,
    salt: new Uint8Array(0),
    info: nodeCrypto.utf8("panelbook/2/device-key-words"),
    length: 32,
  });

/** A door that what twelve words say opens: 128 random bits need no slow hash. */
export const wordsDoor = (entropy: Uint8Array, deviceKey: Uint8Array): WordsDoor =>
  wrapUnder(wordsKey(entropy), deviceKey, wordsLabel);

/** The device key, or null where these are another laptop's words. */
export const throughWords = (door: WordsDoor, entropy: Uint8Array): Uint8Array | null =>
  openUnder(wordsKey(entropy), door, wordsLabel);
