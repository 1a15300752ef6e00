import type { EncryptedRow } from "../rows/row";

/** The collections of the store. RxDB allows thirteen in one process; this is all it may be. */
export const collectionNames = [
  "settings",
  "kits",
  "kitParts",
  "kitVersions",
  "candidates",
  "applications",
  "loops",
  "drafts",
  "heldDrafts",
  "loopUpdates",
  "envelopes",
  "records",
] as const;
export type CollectionName = (typeof collectionNames)[number];

/** Where everything is about people: rows are ciphertext. */
export const encryptedCollections = [
  "candidates",
  "applications",
  "loops",
  "drafts",
  "heldDrafts",
  "loopUpdates",
  "envelopes",
  "records",
] as const satisfies readonly CollectionName[];
export type EncryptedCollection = (typeof encryptedCollections)[number];

/** One setting of this laptop; `value` is JSON text, so that this schema never has to change. */
export interface SettingDocument {
  key: string;
  value: string;
}

/** What the library lists of a kit without reading its parts. */
export interface KitHeadDocument {
  id: string;
  title: string;
  author: string;
  version: number;
  levels: string[];
  questions: number;
  /** How much of it is worth another look; absent in rows that were written before it was counted. */
  findings?: number;
  /** What its parts say, and what its newest published version says, empty without one; absent in older rows. */
  stamp?: string;
  published?: string;
  updatedAt: string;
}

/** One part of a kit: what an edit rewrites. */
export interface KitPartDocument {
  /** `kitId/path`. */
  id: string;
  kitId: string;
  path: string;
  audience: string;
  /** Canonical JSON of the part. */
  text: string;
}

/** A frozen snapshot; `id` is its Merkle root. */
export interface KitVersionDocument {
  id: string;
  kitId: string;
  version: number;
  frozenAt: string;
  parts: { path: string; audience: string; text: string }[];
}

/** What each collection stores. */
export type Documents = {
  settings: SettingDocument;
  kits: KitHeadDocument;
  kitParts: KitPartDocument;
  kitVersions: KitVersionDocument;
} & Record<EncryptedCollection, EncryptedRow>;
