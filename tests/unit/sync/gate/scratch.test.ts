import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { openScratch } from "../../../../src/sync/gate/scratch";

const marked = (...keys: string[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const key of keys) doc.getMap("coverage").set(key, "asked");
  return doc;
};
/** The updates of one document, one per change. */
const changesOf = (count: number): Uint8Array[] => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index += 1) doc.getMap("coverage").set(`k${index}`, "asked");
  return updates;
};
const nth = (updates: readonly Uint8Array[], index: number): Uint8Array => {
  const update = updates[index];
  if (update === undefined) throw new Error("no such update");
  return update;
};

describe("the second copy of a document", () => {
  it("takes a good update and leaves the document itself alone", () => {
    const doc = marked("a");
    const before = Y.encodeStateAsUpdate(doc);
    expect(openScratch(doc).attempt(Y.encodeStateAsUpdate(marked("b")), 0)).toBeNull();
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it("refuses what lacks a predecessor, and takes it once that came", () => {
    const doc = new Y.Doc();
    const scratch = openScratch(doc);
    const updates = changesOf(2);
    expect(scratch.attempt(nth(updates, 1), 0)).toBe("gap");
    expect(scratch.attempt(nth(updates, 0), 0)).toBeNull();
    expect(scratch.attempt(nth(updates, 1), 0)).toBeNull();
  });

  it("knows what was written here meanwhile", () => {
    const doc = new Y.Doc();
    const scratch = openScratch(doc);
    const updates = changesOf(2);
    scratch.attempt(Y.encodeStateAsUpdate(marked("x")), 0);
    Y.applyUpdate(doc, nth(updates, 0));
    expect(scratch.attempt(nth(updates, 1), 0)).toBeNull();
  });

  it("lets a state wait for what nobody present has, up to the stated bytes", () => {
    const updates = changesOf(40);
    const gapped = Y.mergeUpdates(updates.slice(1));
    expect(openScratch(new Y.Doc()).attempt(gapped, 1024 * 1024)).toBeNull();
    expect(openScratch(new Y.Doc()).attempt(gapped, 100)).toBe("gap");
  });

  it("refuses deletions of what it does not know", () => {
    const source = marked("a");
    const before = Y.encodeStateVector(source);
    source.getMap("coverage").delete("a");
    const deletion = Y.encodeStateAsUpdate(source, before);
    expect(openScratch(new Y.Doc()).attempt(deletion, 0)).toBe("gap");
    expect(openScratch(marked()).attempt(Y.encodeStateAsUpdate(source), 0)).toBeNull();
  });

  it("forgets a refused update whole, also one that threw half-way", () => {
    const doc = marked("a");
    const scratch = openScratch(doc);
    const good = Y.encodeStateAsUpdate(marked("b", "c"));
    expect(scratch.attempt(good.slice(0, -1), 0)).toBe("notAnUpdate");
    expect(scratch.attempt(Y.encodeStateAsUpdate(marked("d")), 0)).toBeNull();
  });

  it("follows no longer once it was closed", () => {
    const doc = marked("a");
    const scratch = openScratch(doc);
    scratch.attempt(Y.encodeStateAsUpdate(marked("b")), 0);
    const listeners = doc._observers.get("update")?.size;
    scratch.close();
    expect(doc._observers.get("update")?.size ?? 0).toBe((listeners ?? 0) - 1);
  });
});
