import {
  type BulkWriteRow,
  normalizeMangoQuery,
  prepareQuery,
  type RxCollection,
  type RxDocumentData,
} from "rxdb";
import type { KitId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { kitToParts } from "../../domain/kit/snapshot";
import type { KitPartDocument } from "../collections/documents";
import { partToDocument } from "./kit-format";

type Row = BulkWriteRow<KitPartDocument>;

type Collection = RxCollection<KitPartDocument>;

/**
 * The rows of a kit's parts as they lie in the database, with their revisions. The storage is asked: RxDB's own queries
 * answer from what this window has heard of, and another may have written since.
 */
export type HeldParts = readonly RxDocumentData<KitPartDocument>[];

export const heldParts = async (collection: Collection, id: KitId): Promise<HeldParts> => {
  const { schema } = collection.storageInstance;
  const selector = { kitId: id, _deleted: false };
  const query = prepareQuery(schema, normalizeMangoQuery<KitPartDocument>(schema, { selector }));
  return (await collection.storageInstance.query(query)).documents;
};

const kitPartsOf = (kit: Kit): ReadonlyMap<string, KitPartDocument> =>
  new Map(
    kitToParts(kit).map((part) => {
      const document = partToDocument(kit.id, part);
      return [document.id, document] as const;
    }),
  );

/** What has to be written of the parts that are held, so that they are the wanted ones and no others. */
const rowsOfHeld = (held: HeldParts, wanted: ReadonlyMap<string, KitPartDocument>): readonly Row[] =>
  held.flatMap((previous): Row[] => {
    const part = wanted.get(previous.id);
    if (part?.text === previous.text && part.audience === previous.audience) return [];
    return [{ previous, document: { ...previous, ...part, _deleted: part === undefined } }];
  });

/**
 * The rows of parts that are not held. One that was removed before is written upon its removal: as a new row it would be
 * refused, and RxDB would write it once more by itself, after the others. Null where another window added one meanwhile.
 */
const rowsOfAdded = async (
  collection: Collection,
  added: readonly KitPartDocument[],
): Promise<readonly Row[] | null> => {
  const ids = added.map(({ id }) => id);
  const found = ids.length === 0 ? [] : await collection.storageInstance.findDocumentsById(ids, true);
  if (found.some(({ _deleted }) => !_deleted)) return null;
  const removed = new Map(found.map((document) => [document.id, document]));
  const fresh = { _deleted: false, _attachments: {}, _rev: "", _meta: { lwt: 1 } };
  return added.map((part) => {
    const previous = removed.get(part.id);
    return previous === undefined
      ? { document: { ...part, ...fresh } }
      : { previous, document: { ...previous, ...part, _deleted: false } };
  });
};

/**
 * Makes the parts of a kit, as they were read, exactly the given kit's: new, changed and removed ones in one transaction of
 * the storage, so that a crash leaves the whole kit as it was or as it is to be. RxDB's own upserts write each part by
 * itself, which is why the storage is asked here. False where another window wrote one of them since they were read.
 */
export const changeKitParts = async (collection: Collection, kit: Kit, held: HeldParts): Promise<boolean> => {
  const wanted = kitPartsOf(kit);
  const known = new Set(held.map(({ id }) => id));
  const added = await rowsOfAdded(
    collection,
    [...wanted.values()].filter(({ id }) => !known.has(id)),
  );
  if (added === null) return false;
  const rows = [...rowsOfHeld(held, wanted), ...added];
  if (rows.length === 0) return true;
  const { error } = await collection.storageInstance.bulkWrite(rows, "kit-replace");
  const other = error.find(({ status }) => status !== 409);
  if (other !== undefined) throw new Error(`a part of the kit was not written: ${other.status}`);
  return error.length === 0;
};

/** Makes the parts exactly the given kit's. Where another window wrote in between, what differs then is written again. */
export const writeKitParts = async (collection: Collection, kit: Kit): Promise<void> => {
  while (!(await changeKitParts(collection, kit, await heldParts(collection, kit.id))));
};
