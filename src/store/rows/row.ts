import { z } from "zod";
import { base64UrlSchema, subjectIdSchema } from "../../domain/ids";
import { canonicalJson } from "../../domain/sealing/canonical-json";

/**
 * A row about a person, as it lies on the disk: nothing in clear but random ids, the kind, a day and numbers.
 * `ct` is AES-256-GCM of the value's JSON under the subject's key, tag appended.
 */
export const encryptedRowSchema = z.strictObject({
  /** 128 bits in base64url: random, or derived from random ids where a write must be repeatable. */
  id: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  kind: z.string().regex(/^[a-z][A-Za-z]{0,31}$/),
  subjectId: subjectIdSchema,
  /** UTC day of the last write, "2026-11-23": what retention counts from. */
  day: z.iso.date(),
  /** Version of the encrypted value's shape. */
  v: z.int().positive(),
  keyVersion: z.int().positive(),
  /** 12 random bytes, fresh for every write. */
  nonce: base64UrlSchema.length(16),
  ct: base64UrlSchema,
});
export type EncryptedRow = z.infer<typeof encryptedRowSchema>;

/** The fields of a row that stay in clear and are bound to its ciphertext. */
export type RowHeader = Omit<EncryptedRow, "nonce" | "ct">;

/**
 * The associated data of a row's ciphertext: canonical JSON of every clear field and of the collection, so that a
 * row moved to another id, subject or collection does not open. The nonce is bound by AES-GCM itself.
 */
export const associatedData = (collection: string, header: RowHeader): Uint8Array<ArrayBuffer> => {
  const { id, kind, subjectId, day, v, keyVersion } = header;
  return new TextEncoder().encode(canonicalJson({ collection, id, kind, subjectId, day, v, keyVersion }));
};

/** True where two rows are the same to the last byte, so that what one decrypts to holds for the other. */
export const isSameRow = (one: EncryptedRow, other: EncryptedRow): boolean =>
  (Object.keys(one) as (keyof EncryptedRow)[]).every((field) => one[field] === other[field]);
