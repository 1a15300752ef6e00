import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { UnreadableReason } from "../failure";
import type { LentKey } from "../subject-keys";
import { fromBase64Url, toBase64Url, toBase64UrlInTurns } from "./base64url";
import type { EncryptedRow, RowHeader } from "./row";
import { associatedData, encryptedRowSchema } from "./row";
import type { RowFormat } from "./row-format";
import { parseValue } from "./row-format";

const nonceBytes = 12;

/** Encrypts a value into its row under the lent key, with a fresh nonce. */
export const sealRow = async <Value>(
  format: RowFormat<Value>,
  lent: LentKey,
  place: Pick<RowHeader, "id" | "subjectId" | "day">,
  value: Value,
): Promise<EncryptedRow> => {
  const header: RowHeader = { ...place, kind: format.kind, v: format.v, keyVersion: lent.keyVersion };
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const ciphertext = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: associatedData(format.collection, header) },
    lent.key,
    new TextEncoder().encode(JSON.stringify(value)),
  );
  return { ...header, nonce: toBase64Url(nonce), ct: await toBase64UrlInTurns(new Uint8Array(ciphertext)) };
};

/** Reads the clear fields of a row from the disk. */
export const parseRow = (
  kind: string,
  stored: unknown,
): Result<EncryptedRow, { readonly type: UnreadableReason }> => {
  const parsed = encryptedRowSchema.safeParse(stored);
  return parsed.success && parsed.data.kind === kind ? ok(parsed.data) : err({ type: "malformedRow" });
};

const decrypt = async (collection: string, key: CryptoKey, row: EncryptedRow): Promise<string | null> => {
  const nonce = fromBase64Url(row.nonce);
  const ciphertext = fromBase64Url(row.ct);
  if (nonce === null || ciphertext === null) return null;
  try {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: nonce, additionalData: associatedData(collection, row) },
      key,
      ciphertext,
    );
    return new TextDecoder().decode(plain);
  } catch (error) {
    // WebCrypto's only word for a tag that does not fit; a wrong kind of key is another error, and a bug.
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
};

/** Whether a row opens under its own name, whatever it holds. */
export const isAuthentic = async (collection: string, lent: LentKey, row: EncryptedRow): Promise<boolean> =>
  row.keyVersion === lent.keyVersion && (await decrypt(collection, lent.key, row)) !== null;

/** Decrypts and parses a row. What is authentic was written by this program, so broken JSON there is a bug. */
export const openRow = async <Value>(
  format: RowFormat<Value>,
  lent: LentKey,
  row: EncryptedRow,
): Promise<Result<Value, { readonly type: UnreadableReason }>> => {
  if (row.keyVersion !== lent.keyVersion) return err({ type: "otherKeyVersion" });
  const text = await decrypt(format.collection, lent.key, row);
  if (text === null) return err({ type: "notAuthentic" });
  return parseValue(format, row.v, JSON.parse(text));
};
