import type { MigrationStrategies } from "rxdb";
import type { SubjectId } from "../../domain/ids";
import type { CollectionName, EncryptedCollection } from "../collections/documents";
import { encryptedCollections } from "../collections/documents";
import { collectionDefinitions } from "../collections/schemas";
import type { KeyRing } from "../rows/key-ring";
import { encryptedRowSchema } from "../rows/row";
import { isAuthentic } from "../rows/row-cipher";
import type { JournalEntry } from "./row-journal";

/** What a journaled row is worth. `keyless`: it may be sound, but its key is not to be had now. */
export type RowWorth = "sound" | "keyless" | "destroyed" | "damaged";

const isEncrypted = (name: CollectionName): name is EncryptedCollection =>
  encryptedCollections.some((known) => known === name);

/** Looks at a row before it goes into the database: one about a person has to open under its own name. */
export const worthOf = async (entry: JournalEntry, keyRing: KeyRing): Promise<RowWorth> => {
  if (!isEncrypted(entry.collection)) return "sound";
  const row = encryptedRowSchema.safeParse(entry.document);
  if (!row.success || row.data.id !== entry.id) return "damaged";
  const lent = await keyRing.keyOf(row.data.subjectId as SubjectId);
  if (!lent.ok) return lent.error.type === "destroyed" ? "destroyed" : "keyless";
  return (await isAuthentic(entry.collection, lent.value, row.data)) ? "sound" : "damaged";
};

/** The document as this program's schema has it. A collection that was laid out anew lifts what is older. */
export const liftDocument = async (entry: JournalEntry): Promise<Record<string, unknown>> => {
  const { schema, migrations } = collectionDefinitions[entry.collection];
  const steps: MigrationStrategies = migrations;
  let document: Record<string, unknown> = { ...entry.document };
  for (let version = entry.schema + 1; version <= schema.version; version += 1) {
    const lift = steps[version];
    if (lift === undefined) throw new Error(`no way up to version ${version} of ${entry.collection}`);
    document = await lift(document, {} as never);
  }
  return document;
};
