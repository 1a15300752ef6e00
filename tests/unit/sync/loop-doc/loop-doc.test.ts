import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { hashSchema, questionIdSchema, timestampSchema } from "../../../../src/domain/ids";
import type { HandOff } from "../../../../src/domain/loop/loop-view";
import { openLoopDoc } from "../../../../src/sync/loop-doc/loop-doc";
import type { LoopDocChange } from "../../../../src/sync/loop-doc/observe";
import { aHash } from "../../../support/builders/ids";
import { noon, personId, slotId } from "../../../support/builders/record";

const mark = (person: string) => ({
  slotId: slotId("morning"),
  questionId: questionIdSchema.parse("q-samples"),
  personId: personId(person),
  state: "asked" as const,
});
const handOff = (id: string, at: string): HandOff => ({
  id,
  from: personId("ana"),
  to: null,
  text: `note ${id}`,
  at: timestampSchema.parse(at),
});
const entry = (name: string, ...bytes: number[]) => ({
  hash: aHash(hashSchema, name),
  bytes: Uint8Array.from(bytes),
});

/** Brings everything one document has to another. */
const bring = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
const pair = () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const exchange = (): void => {
    bring(one, other);
    bring(other, one);
  };
  return { one: openLoopDoc(one), other: openLoopDoc(other), exchange };
};

describe("a loop's document", () => {
  it("gives what was written back as plain data on another laptop", () => {
    const { one, other, exchange } = pair();
    one.putEntries([entry("b", 2, 2), entry("a", 1)]);
    one.putKitParts([
      { path: "question/q-samples", audience: "all", text: '{"prompt":"…"}' },
      { path: "role/spill/lead", audience: "rolePlayer", hash: aHash(hashSchema, "leaf") },
    ]);
    one.markCoverage(mark("ana"));
    one.setProgress({ slotId: slotId("morning"), personId: personId("ana"), answered: 2, of: 3 });
    one.addHandOff(handOff("first", "2026-11-23T10:00:00.000Z"));
    one.setDiscussion("sample-handling", "We differ on care.");
    exchange();
    expect(other.entries()).toEqual([entry("a", 1), entry("b", 2, 2)]);
    expect(other.entry(aHash(hashSchema, "b"))).toEqual(Uint8Array.from([2, 2]));
    expect(other.kitParts()).toEqual([
      { path: "question/q-samples", audience: "all", text: '{"prompt":"…"}' },
      { path: "role/spill/lead", audience: "rolePlayer", hash: aHash(hashSchema, "leaf") },
    ]);
    expect(other.coverage()).toEqual([mark("ana")]);
    expect(other.progress()).toEqual([
      { slotId: slotId("morning"), personId: personId("ana"), answered: 2, of: 3 },
    ]);
    expect(other.handOffs()).toEqual([handOff("first", "2026-11-23T10:00:00.000Z")]);
    expect(other.discussion("sample-handling")).toBe("We differ on care.");
    expect(other.problems()).toEqual([]);
  });

  it("has fixed top-level names and keys, so that laptops of two versions meet in one place", () => {
    const doc = new Y.Doc();
    const loop = openLoopDoc(doc);
    loop.putEntries([entry("a", 1)]);
    loop.markCoverage(mark("ana"));
    loop.setProgress({ slotId: slotId("morning"), personId: personId("ana"), answered: 0, of: 3 });
    loop.addHandOff(handOff("first", noon));
    loop.setDiscussion("x", "y");
    const [slot, ana] = ["morning".padEnd(22, "_"), "ana".padEnd(22, "_")];
    expect(doc.getMap("entries").has("a".padEnd(43, "_"))).toBe(true);
    expect(doc.getMap("coverage").toJSON()).toEqual({ [`${slot}/q-samples/${ana}`]: "asked" });
    expect(doc.getMap("progress").toJSON()).toEqual({ [`${slot}/${ana}`]: { answered: 0, of: 3 } });
    expect(doc.getMap("handOffs").toJSON()).toEqual({
      first: { from: ana, to: null, text: "note first", at: "2026-11-23T12:00:00.000Z" },
    });
    expect(doc.getText("discussion:x").toString()).toBe("y");
  });

  it("never replaces what is under an entry's hash", () => {
    const doc = new Y.Doc();
    const loop = openLoopDoc(doc);
    loop.putEntries([entry("a", 1)]);
    loop.putEntries([entry("a", 9), entry("b", 2)]);
    expect(loop.entries()).toEqual([entry("a", 1), entry("b", 2)]);
  });

  it("lists hand-offs oldest first, whatever order they came in", () => {
    const loop = openLoopDoc(new Y.Doc());
    loop.addHandOff(handOff("late", "2026-11-23T11:00:00.000Z"));
    loop.addHandOff(handOff("early", "2026-11-23T09:00:00.000Z"));
    expect(loop.handOffs().map(({ id }) => id)).toEqual(["early", "late"]);
  });

  it("keeps what two people typed into one note at the same time", () => {
    const { one, other, exchange } = pair();
    one.setDiscussion("x", "We agree.");
    exchange();
    one.setDiscussion("x", "First: We agree.");
    other.setDiscussion("x", "We agree. Mostly.");
    exchange();
    expect(one.discussion("x")).toBe("First: We agree. Mostly.");
    expect(other.discussion("x")).toBe("First: We agree. Mostly.");
  });

  it("refuses to name a debrief note by anything but an id", () => {
    const loop = openLoopDoc(new Y.Doc());
    expect(() => loop.setDiscussion("", "x")).toThrow();
    expect(() => loop.setDiscussion("a b", "x")).toThrow();
  });
});

describe("values a peer wrote wrong", () => {
  it("are left out of the readings and named, and hide nothing else", () => {
    const doc = new Y.Doc();
    const loop = openLoopDoc(doc);
    loop.markCoverage(mark("ana"));
    loop.putEntries([entry("a", 1)]);
    doc.getMap("coverage").set("nonsense", "asked");
    doc.getMap("coverage").set(`${slotId("x")}/q/${personId("bo")}`, "rated 5");
    doc.getMap("entries").set(aHash(hashSchema, "text"), "not bytes");
    doc.getMap("entries").set("short", Uint8Array.from([1]));
    doc.getMap("kitParts").set("p", "{broken");
    doc.getMap("kitParts").set("q", JSON.stringify({ path: "other", audience: "all", text: "" }));
    doc.getMap("progress").set(`${slotId("x")}/${personId("bo")}`, { answered: 4, of: 3 });
    doc.getMap("handOffs").set("h", { from: personId("bo"), to: null, text: 7, at: noon });
    expect(loop.coverage()).toEqual([mark("ana")]);
    expect(loop.entries()).toEqual([entry("a", 1)]);
    expect([loop.kitParts(), loop.progress(), loop.handOffs()]).toEqual([[], [], []]);
    expect(loop.problems().map(({ map, key }) => `${map} ${key}`)).toEqual([
      "entries short",
      `entries ${aHash(hashSchema, "text")}`,
      "kitParts p",
      "kitParts q",
      "coverage nonsense",
      `coverage ${slotId("x")}/q/${personId("bo")}`,
      `progress ${slotId("x")}/${personId("bo")}`,
      "handOffs h",
    ]);
  });
});

describe("observing a loop's document", () => {
  const heard = (loop: ReturnType<typeof openLoopDoc>) => {
    const changes: LoopDocChange[] = [];
    const stop = loop.observe((change) => changes.push(change));
    return { changes, stop };
  };

  it("hears once per act, with the keys that changed and where they came from", () => {
    const { one, other, exchange } = pair();
    const { changes } = heard(other);
    one.putEntries([entry("a", 1), entry("b", 2)]);
    one.setDiscussion("x", "y");
    exchange();
    other.markCoverage(mark("bo"));
    expect(changes).toHaveLength(2);
    expect([...(changes[0]?.maps.get("entries") ?? [])].sort()).toEqual([
      aHash(hashSchema, "a"),
      aHash(hashSchema, "b"),
    ]);
    expect([...(changes[0]?.discussions ?? [])]).toEqual(["x"]);
    expect(changes[0]?.local).toBe(false);
    expect([...(changes[1]?.maps.keys() ?? [])]).toEqual(["coverage"]);
    expect(changes[1]?.local).toBe(true);
  });

  it("hears nothing when a writing changes nothing", () => {
    const loop = openLoopDoc(new Y.Doc());
    loop.markCoverage(mark("ana"));
    loop.putEntries([entry("a", 1)]);
    loop.setDiscussion("x", "y");
    const { changes } = heard(loop);
    loop.markCoverage(mark("ana"));
    loop.putEntries([entry("a", 1)]);
    loop.setDiscussion("x", "y");
    expect(changes).toEqual([]);
  });

  it("hears nothing after its undo", () => {
    const loop = openLoopDoc(new Y.Doc());
    const { changes, stop } = heard(loop);
    stop();
    loop.markCoverage(mark("ana"));
    expect(changes).toEqual([]);
  });
});
