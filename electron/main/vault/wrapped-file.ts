import { basename } from "node:path";
import { z } from "zod";
import { base64UrlSchema } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import { canonicalJson } from "../../../src/domain/sealing/canonical-json";
import type { VaultFailure } from "../../contract/vault";
import type { DeviceKey } from "./device-key";
import { readIfThere, writeDurably } from "./durable-file";
import { nodeCrypto } from "./node-crypto";

/** What a wrapped secret is and whose. It stands readable in the file and is bound to the secret. */
export interface SecretLabel {
  readonly kind: "identity" | "subjectKey" | "loopSecret" | "recovery";
  readonly facts: Readonly<Record<string, string | number>>;
}

const format = { format: "panelbook-vault", formatVersion: 1 } as const;

const fileSchema = z.strictObject({
  format: z.literal(format.format),
  formatVersion: z.literal(format.formatVersion),
  kind: z.enum(["identity", "subjectKey", "loopSecret", "recovery"]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  nonce: base64UrlSchema.length(16),
  ciphertext: base64UrlSchema,
});
type VaultFile = z.infer<typeof fileSchema>;

/** Both the version and the label are bound, so a file cannot be passed off as another one's. */
const boundLabel = ({ kind, facts }: SecretLabel): object => ({ ...format, kind, facts });

/** Writes a secret, wrapped by the device key. */
export const writeWrapped = (
  path: string,
  secret: Uint8Array,
  label: SecretLabel,
  deviceKey: DeviceKey,
): Result<void, VaultFailure> => {
  const file = { ...format, ...label, ...deviceKey.wrap(secret, boundLabel(label)) };
  return writeDurably(path, nodeCrypto.utf8(`${canonicalJson(file)}\n`));
};

const parseFile = (bytes: Uint8Array): VaultFile | null => {
  const text = nodeCrypto.utf8Text(bytes);
  if (text === null) return null;
  try {
    return fileSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
};

export interface Unwrapped {
  readonly secret: Uint8Array;
  readonly facts: SecretLabel["facts"];
}

/** `expected` names the facts that must stand in the file; others are returned. */
const unwrapFile = (file: VaultFile, expected: SecretLabel, deviceKey: DeviceKey): Unwrapped | null => {
  const isExpected =
    file.kind === expected.kind &&
    Object.entries(expected.facts).every(([name, value]) => file.facts[name] === value);
  const secret = isExpected ? deviceKey.unwrap(file, boundLabel(file)) : null;
  return secret === null ? null : { secret, facts: file.facts };
};

/** The secret in a file; null where there is no file, `vaultDamaged` where it does not hold what its place says. */
export const readWrapped = (
  path: string,
  expected: SecretLabel,
  deviceKey: DeviceKey,
): Result<Unwrapped | null, VaultFailure> => {
  const stored = readIfThere(path);
  if (!stored.ok || stored.value === null) return stored.ok ? ok(null) : stored;
  const file = parseFile(stored.value);
  const unwrapped = file === null ? null : unwrapFile(file, expected, deviceKey);
  return unwrapped === null ? err({ type: "vaultDamaged", file: basename(path) }) : ok(unwrapped);
};
