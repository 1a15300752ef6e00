import { getChangedDocumentsSince, type RxCollection, type RxDocumentData } from "rxdb";
import { type KitId, kitIdSchema } from "../../domain/ids";
import type { KitHeadDocument, KitPartDocument, KitVersionDocument } from "../collections/documents";

/** So many rows are looked at together. */
const portion = 200;

/** When the last row of the list was written, as the database counts it; 0 where there is none. */
export const writtenLast = async (kits: RxCollection<KitHeadDocument>): Promise<number> => {
  const rows = await kits.find().exec();
  const times = rows.map((row) => (row.toJSON(true) as RxDocumentData<KitHeadDocument>)._meta.lwt);
  return times.reduce((last, time) => Math.max(last, time), 0);
};

/**
 * The kits of which a part or a version was written, removed or brought back after this. A row of the list is written after both,
 * so that these are the kits whose row may not say what they say: the program was killed in between, or only those came back.
 */
export const kitsWrittenSince = async <Row extends KitPartDocument | KitVersionDocument>(
  rows: RxCollection<Row>,
  since: number,
): Promise<readonly KitId[]> => {
  const found = new Set<string>();
  // What was written at the same time has a smaller id than this.
  let checkpoint = { lwt: since, id: "\uffff" };
  for (;;) {
    const { documents } = await getChangedDocumentsSince(rows.storageInstance, portion, checkpoint);
    for (const { kitId } of documents) found.add(kitId);
    const last = documents.at(-1);
    if (last === undefined || documents.length < portion)
      return [...found].map((id) => kitIdSchema.parse(id));
    checkpoint = { lwt: last._meta.lwt, id: last.id };
  }
};
