import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { loopIdSchema } from "../../../../src/domain/ids";
import { err, ok, unwrap } from "../../../../src/domain/result";
import { attachPersistence } from "../../../../src/sync/persistence/attach-persistence";
import type { CompactionLimits } from "../../../../src/sync/persistence/compaction";
import type { LoopPersistence } from "../../../../src/sync/persistence/loop-persistence";
import { memoryPersistence } from "../../../../src/sync/persistence/memory-persistence";
import { decodeRecord, encodeRecord } from "../../../../src/sync/persistence/record-frame";
import { anId } from "../../../support/builders/ids";

const loopId = anId(loopIdSchema, "loop");
const attached = async (
  doc: Y.Doc,
  persistence: LoopPersistence,
  limits: CompactionLimits = { records: 500, bytes: 1e9 },
) => unwrap(await attachPersistence(doc, persistence, loopId, limits));

const loadedText = async (persistence: LoopPersistence): Promise<string> => {
  const doc = new Y.Doc();
  await attached(doc, persistence);
  return doc.getText("t").toString();
};
const formatsIn = (records: readonly Uint8Array[]): string[] =>
  records.map((record) => unwrap(decodeRecord(record)).format);

describe("a document with a disk", () => {
  it("comes back with every local and remote change", async () => {
    const persistence = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(doc, persistence);
    doc.getText("t").insert(0, "local ");
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText("t").insert(6, "remote");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "a peer");
    expect(await handle.saved()).toEqual({ ok: true, value: undefined });
    expect(await loadedText(persistence)).toBe("local remote");
  });

  it("does not write again what it has just loaded", async () => {
    const persistence = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(doc, persistence);
    doc.getText("t").insert(0, "once");
    await handle.saved();
    await loadedText(persistence);
    expect(persistence.records(loopId)).toHaveLength(1);
  });

  it("keeps a change made while it is still loading", async () => {
    const persistence = memoryPersistence();
    const doc = new Y.Doc();
    const attaching = attached(doc, persistence);
    doc.getText("t").insert(0, "early");
    await (await attaching).saved();
    expect(await loadedText(persistence)).toBe("early");
  });

  it("is saving until the append resolved, then saved", async () => {
    let finish = (): void => undefined;
    const disk = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(doc, {
      ...disk,
      append: (id, record) =>
        new Promise((resolve) => {
          finish = () => resolve(disk.append(id, record));
        }),
    });
    expect(handle.state.get()).toEqual({ state: "saved" });
    doc.getText("t").insert(0, "x");
    expect(handle.state.get()).toEqual({ state: "saving" });
    finish();
    await handle.saved();
    expect(handle.state.get()).toEqual({ state: "saved" });
  });

  it("writes a change once, also one made while an earlier one is being saved", async () => {
    const finish: (() => void)[] = [];
    const disk = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(doc, {
      ...disk,
      append: (id, record) =>
        new Promise((resolve) => {
          finish.push(() => resolve(disk.append(id, record)));
        }),
    });
    doc.getText("t").insert(0, "early ");
    const first = handle.saved();
    doc.getText("t").insert(6, "late");
    finish[0]?.();
    await vi.waitFor(() => expect(disk.records(loopId)).toHaveLength(1));
    const second = handle.saved();
    // A second writing of the late change would be asked for by now.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(finish).toHaveLength(2);
    for (const end of finish.slice(1)) end();
    expect([(await first).ok, (await second).ok]).toEqual([true, true]);
    expect(disk.records(loopId)).toHaveLength(2);
    expect(await loadedText(disk)).toBe("early late");
  });

  it("says why a change is not on the disk and writes it when asked again", async () => {
    let full = true;
    const disk = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(doc, {
      ...disk,
      append: async (id, record) => (full ? err({ type: "diskFull" }) : disk.append(id, record)),
    });
    doc.getText("t").insert(0, "kept");
    expect(await handle.saved()).toEqual({ ok: false, error: { type: "diskFull" } });
    expect(handle.state.get()).toEqual({ state: "failed", failure: { type: "diskFull" } });
    full = false;
    expect(await handle.saved()).toEqual({ ok: true, value: undefined });
    expect(handle.state.get()).toEqual({ state: "saved" });
    expect(await loadedText(disk)).toBe("kept");
  });

  it("fails to open where the log cannot be loaded, and writes nothing afterwards", async () => {
    const disk = memoryPersistence();
    const doc = new Y.Doc();
    const opened = await attachPersistence(
      doc,
      { ...disk, load: async () => err({ type: "noKey" }) },
      loopId,
    );
    expect(opened).toEqual({ ok: false, error: { type: "noKey" } });
    doc.getText("t").insert(0, "x");
    expect(disk.records(loopId)).toEqual([]);
  });

  it("writes nothing after it was closed", async () => {
    const persistence = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(doc, persistence);
    await handle.close();
    doc.getText("t").insert(0, "x");
    expect(persistence.records(loopId)).toEqual([]);
  });
});

describe("compaction", () => {
  it("replaces the log by one snapshot at the stated number of records", async () => {
    const persistence = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(doc, persistence, { records: 5, bytes: 1e9 });
    for (let index = 0; index < 4; index += 1) doc.getText("t").insert(index, "a");
    await handle.saved();
    expect(formatsIn(persistence.records(loopId))).toEqual(["update", "update", "update", "update"]);
    doc.getText("t").insert(4, "b");
    await handle.close();
    expect(formatsIn(persistence.records(loopId))).toEqual(["snapshot"]);
    expect(await loadedText(persistence)).toBe("aaaab");
  });

  it("replaces it at the stated number of bytes, counting what lay there at the start", async () => {
    const persistence = memoryPersistence();
    const doc = new Y.Doc();
    const first = await attached(doc, persistence);
    doc.getText("t").insert(0, "long ".repeat(100));
    await first.close();
    const again = new Y.Doc();
    const second = await attached(again, persistence, { records: 500, bytes: 520 });
    again.getText("t").insert(0, "!");
    await second.close();
    expect(formatsIn(persistence.records(loopId))).toEqual(["snapshot"]);
    expect(await loadedText(persistence)).toBe(`!${"long ".repeat(100)}`);
  });

  it("cut off between writing the snapshot and dropping the log leaves the same document", async () => {
    const disk = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(
      doc,
      { ...disk, compact: async (id, whole) => disk.append(id, (await whole) ?? new Uint8Array()) },
      { records: 3, bytes: 1e9 },
    );
    for (const letter of "abc") doc.getText("t").insert(doc.getText("t").length, letter);
    doc.getText("t").delete(0, 1);
    await handle.close();
    expect(formatsIn(disk.records(loopId)).sort()).toEqual(["snapshot", ...Array(4).fill("update")]);
    expect(await loadedText(disk)).toBe("bc");
  });

  it("lets other things happen between its steps, and keeps what was written meanwhile", async () => {
    const persistence = memoryPersistence();
    const doc = new Y.Doc();
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses += 1;
      if (pauses < 4) doc.getText("t").insert(0, "x");
    };
    const handle = await attached(doc, persistence, { records: 3, bytes: 1e9, pause });
    for (const letter of "abc") doc.getText("t").insert(doc.getText("t").length, letter);
    await vi.waitFor(() => expect(formatsIn(persistence.records(loopId))).toContain("snapshot"));
    await handle.close();
    expect(pauses).toBeGreaterThan(2);
    expect(await loadedText(persistence)).toBe(doc.getText("t").toString());
  });

  it("that fails leaves the log as it was", async () => {
    const disk = memoryPersistence();
    const doc = new Y.Doc();
    const failing = { ...disk, compact: async () => err({ type: "diskFull" }) };
    const handle = await attached(doc, failing, { records: 2, bytes: 1e9 });
    for (const letter of "abcd") doc.getText("t").insert(doc.getText("t").length, letter);
    await handle.close();
    expect(formatsIn(disk.records(loopId))).toEqual(["update", "update", "update", "update"]);
    expect(await loadedText(disk)).toBe("abcd");
  });
});

describe("a damaged log", () => {
  const logOf = async (...letters: string[]) => {
    const persistence = memoryPersistence();
    const doc = new Y.Doc();
    const handle = await attached(doc, persistence);
    for (const letter of letters) doc.getMap("m").set(letter, true);
    await handle.close();
    return persistence;
  };

  it("gives everything that can still be read and names what cannot", async () => {
    const disk = await logOf("a", "b", "c");
    const damaged = disk.records(loopId).map((record, index) => (index === 2 ? record.slice(0, -1) : record));
    const doc = new Y.Doc();
    const handle = await attached(doc, {
      ...disk,
      load: async () => ok({ updates: damaged, unreadable: [] }),
    });
    expect(doc.getMap("m").toJSON()).toEqual({ a: true, b: true });
    expect(handle.damaged).toEqual([{ type: "checksum" }]);
  });

  it("is never compacted over", async () => {
    const disk = await logOf("a");
    await disk.append(loopId, Uint8Array.from([1, 0, 0, 0, 0, 9]));
    const doc = new Y.Doc();
    const handle = await attached(doc, disk, { records: 1, bytes: 1 });
    doc.getMap("m").set("b", true);
    await handle.close();
    expect(disk.records(loopId)).toHaveLength(3);
  });

  it("with bytes that are whole and no update leaves the document untouched by them", async () => {
    const disk = memoryPersistence();
    const update = Uint8Array.from([1, 1, 1, 0, 4, 1, 1, 116, 200]);
    await disk.append(loopId, encodeRecord({ format: "update", payload: update }));
    const doc = new Y.Doc();
    const handle = await attached(doc, disk);
    expect(handle.damaged).toEqual([{ type: "notAnUpdate" }]);
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(new Y.Doc()));
  });
});
