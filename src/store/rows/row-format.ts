import type { z } from "zod";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { EncryptedCollection } from "../collections/documents";
import type { UnreadableReason } from "../failure";

/** What the rows of one kind hold, by version. */
export interface RowFormat<Value> {
  readonly collection: EncryptedCollection;
  readonly kind: string;
  /** Other kinds of rows in the same collection, which are not this format's to read. */
  readonly beside?: readonly string[];
  /** The version this program writes. */
  readonly v: number;
  readonly schema: z.ZodType<Value>;
  /** By version: turns a value of that version into the next. Every version below `v` has one. */
  readonly upgrades: Readonly<Record<number, (older: unknown) => unknown>>;
}

/** Parses a decrypted value of version `v`, lifting it through the versions in between. */
export const parseValue = <Value>(
  format: RowFormat<Value>,
  v: number,
  json: unknown,
): Result<Value, { readonly type: UnreadableReason }> => {
  if (v > format.v) return err({ type: "newerFormat" });
  let value = json;
  for (let version = v; version < format.v; version += 1) {
    const upgrade = format.upgrades[version];
    if (upgrade === undefined) throw new Error(`no way up from version ${version} of ${format.kind}`);
    value = upgrade(value);
  }
  const parsed = format.schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : err({ type: "malformedValue" });
};
