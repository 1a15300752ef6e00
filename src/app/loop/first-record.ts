import * as Y from "yjs";
import type { AuthenticEntry, KitPart } from "../../domain/sealing/entries";
import { entryToBytes } from "../../domain/sealing/wire";
import { openLoopDoc } from "../../sync/loop-doc/loop-doc";
import { wholeRecord } from "../../sync/persistence/stored-document";
import { toStoredPart } from "./frozen-kit";
import { windowText } from "./window-text";

/** The first document of a loop as one record for the disk. */
export const firstRecord = async (
  entries: readonly AuthenticEntry[],
  parts: readonly KitPart[],
): Promise<Uint8Array> => {
  const document = new Y.Doc();
  const doc = openLoopDoc(document);
  doc.putEntries(entries.map(({ hash, entry }) => ({ hash, bytes: entryToBytes(entry, windowText) })));
  doc.putKitParts(parts.map(toStoredPart));
  const record = await wholeRecord(document);
  document.destroy();
  if (record === null) throw new Error("a document just made has nothing pending");
  return record;
};
