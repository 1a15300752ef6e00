import type { MigrationStrategies, RxJsonSchema } from "rxdb";
import type { CollectionName, Documents, EncryptedCollection } from "./documents";
import { encryptedCollections } from "./documents";

/**
 * How a collection is laid out. A schema that changes raises its `version` and gets a migration from the one
 * before; the encrypted value inside a row has its own version (rows/row-format.ts) and is lifted when it is read.
 */
export interface CollectionDefinition<Document> {
  readonly schema: RxJsonSchema<Document>;
  /** By the version it leads to: turns a document of the version before into one of that version. */
  readonly migrations: MigrationStrategies;
}

const text = (maxLength: number) => ({ type: "string", maxLength }) as const;
const anyText = { type: "string" } as const;
const count = { type: "integer", minimum: 0 } as const;

const part = {
  type: "object",
  properties: { path: text(200), audience: text(20), text: anyText },
  required: ["path", "audience", "text"],
  additionalProperties: false,
} as const;

const encrypted = (title: string): CollectionDefinition<Documents[EncryptedCollection]> => ({
  schema: {
    title,
    version: 0,
    primaryKey: "id",
    type: "object",
    properties: {
      id: text(22),
      kind: text(32),
      subjectId: text(22),
      day: text(10),
      v: count,
      keyVersion: count,
      nonce: text(16),
      ct: anyText,
    },
    required: ["id", "kind", "subjectId", "day", "v", "keyVersion", "nonce", "ct"],
    additionalProperties: false,
    indexes: ["subjectId"],
  },
  migrations: {},
});

/**
 * The one schema that never changes: it holds the number by which an older program sees that the data is newer.
 * Changed, it would be empty for that program, and so would every list.
 */
const settings: CollectionDefinition<Documents["settings"]> = {
  schema: {
    title: "settings",
    version: 0,
    primaryKey: "key",
    type: "object",
    properties: { key: text(100), value: anyText },
    required: ["key", "value"],
    additionalProperties: false,
  },
  migrations: {},
};

const kits: CollectionDefinition<Documents["kits"]> = {
  schema: {
    title: "kits",
    version: 2,
    primaryKey: "id",
    type: "object",
    properties: {
      id: text(22),
      title: anyText,
      author: anyText,
      version: count,
      levels: { type: "array", items: anyText },
      questions: count,
      findings: count,
      stamp: anyText,
      published: anyText,
      updatedAt: text(24),
    },
    required: ["id", "title", "author", "version", "levels", "questions", "updatedAt"],
    additionalProperties: false,
  },
  // What is added takes the kit's parts, which a migration does not have: it is there when the kit is next written.
  migrations: { 1: (kit) => kit, 2: (kit) => kit },
};

const kitParts: CollectionDefinition<Documents["kitParts"]> = {
  schema: {
    title: "kitParts",
    version: 0,
    primaryKey: "id",
    type: "object",
    properties: { id: text(230), kitId: text(22), ...part.properties },
    required: ["id", "kitId", ...part.required],
    additionalProperties: false,
    indexes: ["kitId", "path"],
  },
  migrations: {},
};

const kitVersions: CollectionDefinition<Documents["kitVersions"]> = {
  schema: {
    title: "kitVersions",
    version: 0,
    primaryKey: "id",
    type: "object",
    properties: {
      id: text(43),
      kitId: text(22),
      version: count,
      frozenAt: text(24),
      parts: { type: "array", items: part },
    },
    required: ["id", "kitId", "version", "frozenAt", "parts"],
    additionalProperties: false,
    indexes: ["kitId"],
  },
  migrations: {},
};

/** Every collection and how it is laid out. */
export const collectionDefinitions: {
  readonly [Name in CollectionName]: CollectionDefinition<Documents[Name]>;
} = {
  settings,
  kits,
  kitParts,
  kitVersions,
  ...(Object.fromEntries(encryptedCollections.map((name) => [name, encrypted(name)])) as {
    [Name in EncryptedCollection]: CollectionDefinition<Documents[Name]>;
  }),
};
