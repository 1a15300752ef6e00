import { linkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { base64UrlSchema } from "../../../../src/domain/ids";
import { err, ok, type Result } from "../../../../src/domain/result";
import { canonicalJson } from "../../../../src/domain/sealing/canonical-json";
import type { KeyProtection, VaultFailure } from "../../../contract/vault";
import { deviceKeyBytes, deviceKeyFile } from "../device-key";
import { eraseFile, readIfThere, writeDurably } from "../durable-file";
import { nodeCrypto } from "../node-crypto";

const wrapShape = { nonce: base64UrlSchema.length(16), ciphertext: base64UrlSchema.length(64) };

/** Where the device key lies so that it opens without being asked for. */
const keptSchema = z.discriminatedUnion("in", [
  z.strictObject({ in: z.literal("file"), key: base64UrlSchema.length(43) }),
  z.strictObject({ in: z.literal("keyStore"), sealed: base64UrlSchema.min(1) }),
]);

/**
 * device.key, version 2: the device key behind one or more doors. AES-256-GCM under scrypt (RFC 7914, r = 8, p = 1) of the
 * passphrase in NFKC, and under HKDF-SHA-256 of what twelve words say; or in the key store; or as it is. Version 1 is the
 * bare 32 bytes.
 */
const fileSchema = z
  .strictObject({
    format: z.literal("panelbook-device-key"),
    formatVersion: z.literal(2),
    kept: keptSchema.nullable(),
    passphrase: z
      .strictObject({
        ...wrapShape,
        salt: base64UrlSchema.length(22),
        /** scrypt's N. */
        cost: z
          .int()
          .min(2)
          .max(2 ** 21),
      })
      .nullable(),
    words: z.strictObject(wrapShape).nullable(),
    lockAfterMinutes: z.int().min(1).max(1440).nullable(),
  })
  .refine((file) => (file.kept === null) === (file.passphrase !== null), "one of key and passphrase");

export type KeyFile = z.infer<typeof fileSchema>;
export type PassphraseDoor = NonNullable<KeyFile["passphrase"]>;
export type WordsDoor = NonNullable<KeyFile["words"]>;

export const emptyKeyFile = {
  format: "panelbook-device-key",
  formatVersion: 2,
  kept: null,
  passphrase: null,
  words: null,
  lockAfterMinutes: null,
} as const;

/** A key that lies in the file as it is. */
export const bareKeyFile = (key: Uint8Array): KeyFile => ({
  ...emptyKeyFile,
  kept: { in: "file", key: base64UrlSchema.parse(nodeCrypto.toBase64Url(key)) },
});

export const protectionOf = ({ passphrase, kept }: KeyFile): KeyProtection => {
  if (passphrase !== null) return "passphrase";
  return kept?.in === "keyStore" ? "keyStore" : "softwareKey";
};

const parsed = (bytes: Uint8Array): KeyFile | null => {
  if (bytes.length === deviceKeyBytes) return bareKeyFile(bytes);
  const text = nodeCrypto.utf8Text(bytes);
  if (text === null) return null;
  try {
    return fileSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
};

/** What guards the device key; null where there is none yet. */
export const readKeyFile = (folder: string): Result<KeyFile | null, VaultFailure> => {
  const stored = readIfThere(join(folder, deviceKeyFile));
  if (!stored.ok || stored.value === null) return stored.ok ? ok(null) : stored;
  const file = parsed(stored.value);
  return file === null ? err({ type: "vaultDamaged", file: deviceKeyFile }) : ok(file);
};

const bytesOf = (file: KeyFile): Uint8Array => {
  const { kept, words, lockAfterMinutes } = file;
  const isBare = kept?.in === "file" && words === null && lockAfterMinutes === null;
  return isBare ? nodeCrypto.fromBase64Url(kept.key) : nodeCrypto.utf8(`${canonicalJson(file)}\n`);
};

/**
 * A second name for the old file's blocks, so that they can be overwritten once the new file stands; null where the disk has
 * no links. One that a killed write left may name the key that counts, so it is only taken away.
 */
const secondName = (folder: string): string | null => {
  const name = join(folder, `.${deviceKeyFile}.old.tmp`);
  try {
    rmSync(name, { force: true });
    linkSync(join(folder, deviceKeyFile), name);
    return name;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return null;
    throw thrown;
  }
};

/**
 * Writes the whole file, then overwrites the old one: it may have had the key in the clear. What a disk does not let
 * overwrite is taken away at the next opening; the new file counts in either case, and its answer says so.
 */
export const writeKeyFile = (folder: string, file: KeyFile): Result<void, VaultFailure> => {
  const old = secondName(folder);
  const written = writeDurably(join(folder, deviceKeyFile), bytesOf(file));
  if (old !== null && written.ok) eraseFile(old);
  return written;
};
