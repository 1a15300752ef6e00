import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { hashSchema } from "../../../../src/domain/ids";
import type { VanishedEntry } from "../../../../src/sync/gate/entry-guard";
import { guardEntries } from "../../../../src/sync/gate/entry-guard";
import { aHash } from "../../../support/builders/ids";

const hash = aHash(hashSchema, "entry");
const genuine = Uint8Array.from([1, 2, 3]);
const forged = Uint8Array.from([9, 9]);

const guarded = () => {
  const doc = new Y.Doc();
  const vanished: VanishedEntry[] = [];
  const guard = guardEntries(doc, (entry) => vanished.push(entry));
  const entries = doc.getMap("entries");
  /** A member's laptop in the same state, whose change then arrives. */
  const member = (act: (entries: Y.Map<unknown>) => void): void => {
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    act(other.getMap("entries"));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "a peer");
  };
  return { doc, guard, entries, member, vanished };
};

describe("an entry in the shared document", () => {
  it("is put back when a member deletes it", () => {
    const { entries, member, vanished } = guarded();
    entries.set(hash, genuine);
    member((theirs) => theirs.delete(hash));
    expect(entries.get(hash)).toEqual(genuine);
    expect(vanished).toEqual([{ hash, restored: true }]);
  });

  it("is put back when a member writes over it", () => {
    const { entries, member, vanished } = guarded();
    entries.set(hash, genuine);
    member((theirs) => theirs.set(hash, forged));
    expect(entries.get(hash)).toEqual(genuine);
    expect(vanished).toEqual([{ hash, restored: true }]);
  });

  it("is put back when a member writes something that is no bytes", () => {
    const { entries, member } = guarded();
    entries.set(hash, genuine);
    member((theirs) => theirs.set(hash, "gone"));
    expect(entries.get(hash)).toEqual(genuine);
  });

  it("may be written again with the same bytes", () => {
    const { entries, member, vanished } = guarded();
    entries.set(hash, genuine);
    member((theirs) => theirs.set(hash, genuine.slice()));
    expect(vanished).toEqual([]);
  });

  it("that was there before the guard is guarded too", () => {
    const doc = new Y.Doc();
    doc.getMap("entries").set(hash, genuine);
    guardEntries(doc, () => undefined);
    doc.getMap("entries").delete(hash);
    expect(doc.getMap("entries").get(hash)).toEqual(genuine);
  });

  it("this laptop has verified replaces bytes that took its hash first", () => {
    const { entries, guard, vanished } = guarded();
    entries.set(hash, forged);
    guard.keep(hash, genuine);
    expect(entries.get(hash)).toEqual(genuine);
    expect(vanished).toEqual([{ hash, restored: true }]);
  });

  it("this laptop has verified and the document lacks is put in", () => {
    const { entries, guard } = guarded();
    guard.keep(hash, genuine);
    expect(entries.get(hash)).toEqual(genuine);
  });

  it("that was disowned gives way to other bytes, which are then guarded", () => {
    const { entries, guard, member, vanished } = guarded();
    entries.set(hash, forged);
    guard.disown(hash);
    member((theirs) => theirs.set(hash, genuine));
    expect(entries.get(hash)).toEqual(genuine);
    expect(vanished).toEqual([]);
    member((theirs) => theirs.set(hash, forged));
    expect(entries.get(hash)).toEqual(genuine);
  });

  it("that was disowned stays so when the very bytes are written again", () => {
    const { entries, guard, member } = guarded();
    entries.set(hash, forged);
    guard.disown(hash);
    member((theirs) => theirs.set(hash, forged.slice()));
    member((theirs) => theirs.set(hash, genuine));
    expect(entries.get(hash)).toEqual(genuine);
  });

  it("this laptop has verified cannot be disowned", () => {
    const { entries, guard, member } = guarded();
    guard.keep(hash, genuine);
    guard.disown(hash);
    member((theirs) => theirs.set(hash, forged));
    expect(entries.get(hash)).toEqual(genuine);
  });

  it("is given up after three times, so that two laptops do not undo each other for ever", () => {
    const { entries, member, vanished } = guarded();
    entries.set(hash, genuine);
    for (let round = 0; round < 4; round += 1) member((theirs) => theirs.set(hash, forged));
    expect(vanished.map(({ restored }) => restored)).toEqual([true, true, true, false]);
    expect(entries.get(hash)).toEqual(forged);
  });

  it("is no longer guarded after close", () => {
    const { entries, guard, vanished } = guarded();
    entries.set(hash, genuine);
    guard.close();
    entries.delete(hash);
    expect(entries.has(hash)).toBe(false);
    expect(vanished).toEqual([]);
  });
});
