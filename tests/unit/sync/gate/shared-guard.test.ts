import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { guardShared, type UndoneDamage } from "../../../../src/sync/gate/shared-guard";
import { aDevice } from "../../../support/sync/keys";

const note = { from: "a".repeat(22), to: null, text: "Ask for one figure.", at: "2026-11-23T09:25:18.000Z" };
const mark = [1, 2, 3].map((digit) => String(digit).repeat(22));
const coverageKey = `${mark[0]}/question-1/${mark[1]}`;
const long = (item: string) => `${item}: ${"We heard two things about it. ".repeat(4)}`;
const items = ["care", "money", "people"] as const;

/** A guarded document, and a colleague's copy whose changes arrive over Ben's connection. */
const guarded = (now = () => 0) => {
  const doc = new Y.Doc();
  doc.getMap("handOffs").set("hand-1", note);
  doc.getMap("coverage").set(coverageKey, "asked");
  for (const item of items) doc.getText(`discussion:${item}`).insert(0, long(item));
  const damages: UndoneDamage[] = [];
  const stop = guardShared(doc, { speaker: () => aDevice(2), onDamage: (one) => damages.push(one), now });
  const copyOf = (): Y.Doc => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    return copy;
  };
  const takeFrom = (other: Y.Doc): void =>
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), "peer");
  return { doc, damages, stop, copyOf, takeFrom };
};

const kinds = (damages: readonly UndoneDamage[]) => damages.map(({ damage }) => damage);
const empty = (doc: Y.Doc, item: string): void => {
  const text = doc.getText(`discussion:${item}`);
  text.delete(0, text.length);
};
const notesOf = (doc: Y.Doc) => items.map((item) => doc.getText(`discussion:${item}`).toString());

describe("what everybody may write, as others change it", () => {
  it("takes what the program does: more hand-offs, another mark, an edited and a cleared note", () => {
    const { doc, damages, copyOf, takeFrom } = guarded();
    const ben = copyOf();
    ben.getMap("handOffs").set("hand-2", { ...note, text: "And the follow-up." });
    ben.getMap("coverage").set(coverageKey, "skippedForTime");
    ben.getText("discussion:care").insert(0, "First. ");
    empty(ben, "money");
    empty(ben, "people");
    takeFrom(ben);
    expect(damages).toEqual([]);
    expect(doc.getMap("handOffs").size).toBe(2);
    expect(doc.getMap("coverage").get(coverageKey)).toBe("skippedForTime");
    expect(notesOf(doc)).toEqual([`First. ${long("care")}`, "", ""]);
  });

  it("puts back a hand-off that was changed or taken out, and says over whose connection", () => {
    const { doc, damages, copyOf, takeFrom } = guarded();
    const ben = copyOf();
    ben.getMap("handOffs").set("hand-1", { ...note, text: "Hire them." });
    takeFrom(ben);
    const again = copyOf();
    again.getMap("handOffs").delete("hand-1");
    takeFrom(again);
    expect(doc.getMap("handOffs").get("hand-1")).toEqual(note);
    expect(damages).toEqual([
      { damage: "handOffChanged", deviceId: aDevice(2) },
      { damage: "handOffChanged", deviceId: aDevice(2) },
    ]);
  });

  it("puts back a mark that was taken out or spoiled", () => {
    const { doc, damages, copyOf, takeFrom } = guarded();
    const ben = copyOf();
    ben.getMap("coverage").set(coverageKey, { nonsense: true });
    takeFrom(ben);
    expect(doc.getMap("coverage").get(coverageKey)).toBe("asked");
    expect(kinds(damages)).toEqual(["markDamaged"]);
  });

  it("writes notes again where three were emptied within a minute, in one message or in three", () => {
    for (const messages of [1, 3]) {
      const { doc, damages, copyOf, takeFrom } = guarded();
      const ben = copyOf();
      for (const item of items) {
        empty(ben, item);
        if (messages === 3) takeFrom(ben);
      }
      if (messages === 1) takeFrom(ben);
      expect(notesOf(doc)).toEqual(items.map(long));
      expect(kinds(damages)).toEqual(["notesEmptied"]);
    }
  });

  it("lets three notes be cleared one after the other by people who take their time", () => {
    let clock = 0;
    const { doc, damages, copyOf, takeFrom } = guarded(() => clock);
    const ben = copyOf();
    for (const item of items) {
      empty(ben, item);
      takeFrom(ben);
      clock += 60_000;
    }
    expect(damages).toEqual([]);
    expect(notesOf(doc)).toEqual(["", "", ""]);
  });

  it("has a note once, though two laptops wrote it again at the same time, also the second time", () => {
    const [one, other] = [guarded(), guarded()];
    // Both hold the same document.
    const start = Y.encodeStateAsUpdate(one.doc);
    const fresh = [0, 1].map(() => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, start);
      const damages: UndoneDamage[] = [];
      guardShared(doc, {
        speaker: () => aDevice(2),
        onDamage: (damage) => damages.push(damage),
        now: () => 0,
      });
      return { doc, damages };
    });
    for (const round of [1, 2]) {
      const ben = new Y.Doc();
      Y.applyUpdate(ben, Y.encodeStateAsUpdate(fresh[0]?.doc ?? one.doc));
      for (const item of items) empty(ben, item);
      const damage = Y.encodeStateAsUpdate(ben);
      for (const { doc } of fresh) Y.applyUpdate(doc, damage, "peer");
      const states = fresh.map(({ doc }) => Y.encodeStateAsUpdate(doc));
      for (const { doc } of fresh) for (const state of states) Y.applyUpdate(doc, state, "peer");
      for (const { doc, damages } of fresh) {
        expect(notesOf(doc)).toEqual(items.map(long));
        expect(kinds(damages)).toEqual(Array(round).fill("notesEmptied"));
      }
    }
    one.stop();
    other.stop();
  });

  it("does not charge an honest laptop with the damage it passes on: repair goes with it", () => {
    const [honest, third] = [guarded(), { damages: [] as UndoneDamage[], doc: new Y.Doc() }];
    Y.applyUpdate(third.doc, Y.encodeStateAsUpdate(honest.doc));
    guardShared(third.doc, {
      speaker: () => aDevice(1),
      onDamage: (damage) => third.damages.push(damage),
      now: () => 0,
    });
    honest.doc.on("update", (update: Uint8Array) => Y.applyUpdate(third.doc, update, "honest"));
    const ben = honest.copyOf();
    ben.getMap("handOffs").delete("hand-1");
    for (const item of items) empty(ben, item);
    honest.takeFrom(ben);
    expect(kinds(honest.damages)).toEqual(["handOffChanged", "notesEmptied"]);
    expect(third.damages).toEqual([]);
    expect(third.doc.getMap("handOffs").get("hand-1")).toEqual(note);
    expect(notesOf(third.doc)).toEqual(items.map(long));
  });

  it("gives up on a key that somebody takes out again and again", () => {
    const { doc, damages, copyOf, takeFrom } = guarded();
    for (let round = 0; round < 5; round += 1) {
      const ben = copyOf();
      ben.getMap("handOffs").delete("hand-1");
      takeFrom(ben);
    }
    expect(damages).toHaveLength(3);
    expect(doc.getMap("handOffs").has("hand-1")).toBe(false);
  });

  it("writes shared notes of slots again like debrief notes, and keeps whose typing is whose", () => {
    const { doc, damages, copyOf, takeFrom } = guarded();
    const slot = "s".repeat(22);
    doc.getText(`slotNotes:${slot}`).insert(0, long("slot"));
    doc.getMap("noteWriters").set("42", "a".repeat(22));
    const ben = copyOf();
    const text = ben.getText(`slotNotes:${slot}`);
    ben.getMap("noteWriters").set("42", "b".repeat(22));
    text.delete(0, text.length);
    empty(ben, "care");
    empty(ben, "money");
    takeFrom(ben);
    expect(kinds(damages).toSorted()).toEqual(["markDamaged", "notesEmptied"]);
    expect(doc.getText(`slotNotes:${slot}`).toString()).toBe(long("slot"));
    expect(doc.getMap("noteWriters").get("42")).toBe("a".repeat(22));
  });
});
