import type { CollectionName } from "./collections/documents";

/** Why a stored row about a person cannot be shown. */
export type UnreadableReason =
  /** The subject's key is not to be had: destroyed, locked or never made. */
  | "noKey"
  /** The row was written under another version of the key than the one lent. */
  | "otherKeyVersion"
  /** Key, associated data and ciphertext do not belong together: damaged, moved or forged. */
  | "notAuthentic"
  /** The row itself lacks a field or has a foreign one. */
  | "malformedRow"
  /** It was written by a newer program. */
  | "newerFormat"
  /** It decrypts, but to something else than its kind says. */
  | "malformedValue";

/** One stored row that could not be read. It stays where it is; nothing is dropped. */
export type UnreadableRow = {
  readonly collection: CollectionName;
  readonly id: string;
  readonly reason: UnreadableReason;
};

/**
 * What can go wrong in the store in a way a caller handles. `diskFull`: the browser broke off a write, nearly always
 * for want of room. It and `storeClosed` last until the store is reopened. Reasons are names of errors, never texts that could hold what was stored.
 */
export type StoreFailure =
  | { readonly type: "newerData"; readonly found: number; readonly known: number }
  | { readonly type: "openFailed"; readonly reason: string }
  | { readonly type: "migrationFailed"; readonly collection: string; readonly reason: string }
  | { readonly type: "storeClosed" }
  | { readonly type: "diskFull" }
  | { readonly type: "accessFailed"; readonly collection: CollectionName; readonly reason: string }
  | { readonly type: "keyUnavailable"; readonly subjectId: string; readonly reason: string }
  | {
      readonly type: "invalidValue";
      readonly collection: CollectionName;
      readonly issues: readonly string[];
    }
  | ({ readonly type: "unreadable" } & UnreadableRow)
  | { readonly type: "notFound"; readonly collection: CollectionName; readonly id: string }
  | { readonly type: "alreadyThere"; readonly collection: CollectionName; readonly id: string };
