import { err, ok, type Result } from "../result";
import { concatBytes } from "./bytes";
import { canonicalJson } from "./canonical-json";
import type { CryptoPort } from "./crypto-port";
import { type SignedEntry, signedEntrySchema } from "./entries";
import { type JsonRefusal, parseCanonicalJson } from "./guarded-json";

/** What reading and writing an entry's bytes needs of the crypto; a window has that much. */
export type TextPort = Pick<CryptoPort, "utf8" | "utf8Text">;

/** Far above any real entry (a day's card is about 20 KB) and small enough to check at once. */
export const defaultMaxEntryBytes = 1024 * 1024;

/** The first byte of an entry's bytes: what follows is the canonical JSON of a signed entry. */
const formatJson = 0x01;

export type WireRefusal =
  | { readonly type: "tooLarge" | "unknownFormat" | "notUtf8" | "entryInvalid" }
  | JsonRefusal;

/** An entry as bytes for the Y.Doc, the store and bundles: one format byte, then canonical JSON in UTF-8. */
export const entryToBytes = (entry: SignedEntry, crypto: TextPort): Uint8Array =>
  concatBytes(Uint8Array.of(formatJson), crypto.utf8(canonicalJson(signedEntrySchema.parse(entry))));

/**
 * The entry in bytes from anywhere. Only its shape is checked; `authenticate` says whether to believe it.
 * One entry has one spelling in bytes, so equal entries are equal bytes.
 */
export const bytesToEntry = (
  bytes: Uint8Array,
  crypto: TextPort,
  maxBytes: number = defaultMaxEntryBytes,
): Result<SignedEntry, WireRefusal> => {
  if (bytes.length > maxBytes) return err({ type: "tooLarge" });
  if (bytes[0] !== formatJson) return err({ type: "unknownFormat" });
  const text = crypto.utf8Text(bytes.subarray(1));
  return text === null ? err({ type: "notUtf8" }) : readEntry(text);
};

const readEntry = (text: string): Result<SignedEntry, WireRefusal> => {
  const value = parseCanonicalJson(text);
  if (!value.ok) return value;
  const entry = signedEntrySchema.strict().safeParse(value.value);
  return entry.success ? ok(entry.data) : err({ type: "entryInvalid" });
};
