import * as Y from "yjs";
import { openLoopDoc, type StoredEntry } from "../loop-doc/loop-doc";
import { isSharedText } from "../loop-doc/names";

/** What an update would change in a loop's document, as a person counts it. */
export interface Outlook {
  /** Entries that are not in the document yet. */
  readonly entries: readonly StoredEntry[];
  /** Hand-offs that are not there yet, and shared texts that would read otherwise. */
  readonly notes: number;
  /** Questions that would be marked otherwise. */
  readonly marks: number;
}

/** The texts several people write, by their names. */
export const textsOf = (doc: Y.Doc): ReadonlyMap<string, string> =>
  new Map([...doc.share.keys()].filter(isSharedText).map((name) => [name, doc.getText(name).toString()]));

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number =>
  [...after].filter(([name, text]) => (before.get(name) ?? "") !== text).length;

const marksOf = (doc: Y.Doc): ReadonlyMap<string, string> =>
  new Map(
    openLoopDoc(doc)
      .coverage()
      .map(({ slotId, questionId, personId, state }) => [`${slotId}/${questionId}/${personId}`, state]),
  );

/** What `update`, which the gate has found good, would change. The document stays as it is. */
export const outlookOf = (doc: Y.Doc, update: Uint8Array): Outlook => {
  const merged = new Y.Doc();
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc));
  const before = openLoopDoc(merged);
  const entries = new Set(before.entries().map(({ hash }) => hash));
  const handOffs = new Set(before.handOffs().map(({ id }) => id));
  const [marks, texts] = [marksOf(merged), textsOf(merged)];
  Y.applyUpdate(merged, update);
  const after = openLoopDoc(merged);
  const outlook = {
    entries: after.entries().filter(({ hash }) => !entries.has(hash)),
    notes: after.handOffs().filter(({ id }) => !handOffs.has(id)).length + differing(texts, textsOf(merged)),
    marks: differing(marks, marksOf(merged)),
  };
  merged.destroy();
  return outlook;
};
