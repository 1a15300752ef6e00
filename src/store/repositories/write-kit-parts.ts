import type { BulkWriteRow, RxCollection } from "rxdb";
import type { KitId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { kitToParts } from "../../domain/kit/snapshot";
import type { KitPartDocument } from "../collections/documents";
import { partToDocument } from "./kit-format";

type Row = BulkWriteRow<KitPartDocument>;

/** What has to be written so that the parts of this kit are these and no others. */
const rowsFor = async (
  collection: RxCollection<KitPartDocument>,
  id: KitId,
  wanted: ReadonlyMap<string, KitPartDocument>,
): Promise<Row[]> => {
  const held = await collection.find({ selector: { kitId: id } }).exec();
  const rows = held.flatMap((document): Row[] => {
    const previous = document.toMutableJSON(true);
    const part = wanted.get(previous.id);
    if (part?.text === previous.text && part.audience === previous.audience) return [];
    return [{ previous, document: { ...previous, ...part, _deleted: part === undefined } }];
  });
  const known = new Set(held.map(({ id: path }) => path));
  const added = [...wanted.values()].filter((part) => !known.has(part.id));
  const fresh = { _deleted: false, _attachments: {}, _rev: "", _meta: { lwt: 1 } };
  return [...rows, ...added.map((part) => ({ document: { ...part, ...fresh } }))];
};

/**
 * Makes the parts of a kit exactly the given kit's: new, changed and removed ones in one transaction of the storage, so that
 * a crash leaves the whole kit as it was or as it is to be. RxDB's own upserts write each part by itself, which is why the
 * storage is asked here. Where another window wrote in between, what differs then is written again.
 */
export const writeKitParts = async (collection: RxCollection<KitPartDocument>, kit: Kit): Promise<void> => {
  const wanted = new Map(
    kitToParts(kit).map((part) => {
      const document = partToDocument(kit.id, part);
      return [document.id, document] as const;
    }),
  );
  for (;;) {
    const rows = await rowsFor(collection, kit.id, wanted);
    if (rows.length === 0) return;
    const { error } = await collection.storageInstance.bulkWrite(rows, "kit-replace");
    const other = error.find(({ status }) => status !== 409);
    if (other !== undefined) throw new Error(`a part of the kit was not written: ${other.status}`);
  }
};
