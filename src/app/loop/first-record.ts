import * as Y from "yjs";
import { kitLeaf } from "../../domain/kit/kit-root";
import type { AuthenticEntry, KitPart } from "../../domain/sealing/entries";
import { entryToBytes } from "../../domain/sealing/wire";
import { openLoopDoc } from "../../sync/loop-doc/loop-doc";
import type { StoredKitPart } from "../../sync/loop-doc/values";
import { wholeRecord } from "../../sync/persistence/stored-document";
import { snapshotHasher } from "../services/snapshot-hasher";
import { windowText } from "./window-text";

/** Parts that not everybody may read travel as their hash alone, so that the root can still be checked. */
const toStoredPart = (part: KitPart): StoredKitPart => {
  if (part.audience === "all") return part;
  const { path, audience } = part;
  return { path, audience, hash: kitLeaf(part, snapshotHasher).hash };
};

/** The first document of a loop as one record for the disk. */
export const firstRecord = (entries: readonly AuthenticEntry[], parts: readonly KitPart[]): Uint8Array => {
  const document = new Y.Doc();
  const doc = openLoopDoc(document);
  doc.putEntries(entries.map(({ hash, entry }) => ({ hash, bytes: entryToBytes(entry, windowText) })));
  doc.putKitParts(parts.map(toStoredPart));
  const record = wholeRecord(document);
  document.destroy();
  if (record === null) throw new Error("a document just made has nothing pending");
  return record;
};
