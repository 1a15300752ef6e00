import { z } from "zod";
import { type JournalEntry, journalEntrySchema, type Shelf } from "../../contract/journal";
import { encodeJournalRecord, type FoundRecord } from "./record";

const payloadSchema = journalEntrySchema.omit({ shelf: true });

/** An entry as its record; the shelf is said by the folder. */
export const entryToRecord = ({ collection, id, height, schema, document }: JournalEntry): Uint8Array =>
  encodeJournalRecord(
    "row",
    new TextEncoder().encode(JSON.stringify({ collection, id, height, schema, document })),
  );

/** The entry of a record whose checksum held; null where a newer program wrote something this one does not know. */
export const recordToEntry = (record: FoundRecord, shelf: Shelf): JournalEntry | null => {
  if (record.kind !== "row") return null;
  const parsed = z.safeParse(payloadSchema, JSON.parse(new TextDecoder().decode(record.payload)));
  return parsed.success ? { shelf, ...parsed.data } : null;
};
