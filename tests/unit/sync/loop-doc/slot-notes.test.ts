import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { updateReason } from "../../../../src/sync/gate/update-check";
import { openLoopDoc } from "../../../../src/sync/loop-doc/loop-doc";
import { indexOfPlace } from "../../../../src/sync/loop-doc/slot-notes";
import { personId, slotId } from "../../../support/builders/record";
import { seededRandom } from "../../../support/seeded-random";

const bench = slotId("bench");
const [ana, ben] = [personId("ana"), personId("ben")];

/** A laptop with its pen; `swap` brings two of them in step. */
const laptop = (who: typeof ana) => {
  const doc = new Y.Doc();
  const loop = openLoopDoc(doc);
  return { doc, loop, pen: loop.writeSlotNotes(bench, who) };
};
type Laptop = ReturnType<typeof laptop>;

const swap = (one: Laptop, other: Laptop): void => {
  const [first, second] = [Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(other.doc)];
  Y.applyUpdate(one.doc, second, "peer");
  Y.applyUpdate(other.doc, first, "peer");
};

const type = ({ pen }: Laptop, at: number, typed: string): void => {
  const before = pen.text();
  pen.edit(before.slice(0, at) + typed + before.slice(at), at + typed.length);
};

describe("a slot's shared notes", () => {
  it("merge what two type at the same time in one place, and lose no letter of either", () => {
    const [one, other] = [laptop(ana), laptop(ben)];
    type(one, 0, "She mapped it. ");
    swap(one, other);
    type(one, 15, "From Ana.");
    type(other, 15, "From Ben.");
    swap(one, other);
    expect(one.pen.text()).toBe(other.pen.text());
    expect(["From Ana.From Ben.", "From Ben.From Ana."]).toContain(one.pen.text().slice(15));
  });

  it("attribute each line to its writers, whoever wrote most of it first", () => {
    const [one, other] = [laptop(ana), laptop(ben)];
    type(one, 0, "Ana's line\nshared: ");
    swap(one, other);
    type(other, other.pen.text().length, "mostly by Ben here\nBen's line");
    swap(one, other);
    expect(one.loop.slotNotes(bench)).toEqual([
      { text: "Ana's line", writers: [ana] },
      { text: "shared: mostly by Ben here", writers: [ben, ana] },
      { text: "Ben's line", writers: [ben] },
    ]);
    expect(other.loop.slotNotes(bench)).toEqual(one.loop.slotNotes(bench));
  });

  it("keep a person's lines theirs through a restart of the program, which types under another number", () => {
    const first = laptop(ana);
    type(first, 0, "Before");
    const again = laptop(ana);
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(first.doc));
    type(again, 6, " and after");
    expect(again.loop.slotNotes(bench)).toEqual([{ text: "Before and after", writers: [ana] }]);
  });

  it("take back only what this laptop wrote, however much others wrote since", () => {
    const [one, other] = [laptop(ana), laptop(ben)];
    type(one, 0, "mine ");
    swap(one, other);
    type(other, 5, "theirs");
    swap(one, other);
    expect(one.pen.undo()).toBe(true);
    expect(one.pen.text()).toBe("theirs");
    expect(one.pen.undo()).toBe(false);
    expect(one.pen.redo()).toBe(true);
    expect(one.pen.text()).toBe("mine theirs");
    swap(one, other);
    expect(other.pen.text()).toBe("mine theirs");
  });

  it("change only what was changed: an edit in one place leaves a colleague's cursor where it was", () => {
    const [one, other] = [laptop(ana), laptop(ben)];
    type(one, 0, "Two events, one budget");
    swap(one, other);
    const place = other.pen.placeAt(12);
    one.pen.edit("Exactly two events, one budget", 7);
    swap(one, other);
    expect(indexOfPlace(other.doc, bench, place)).toBe("Exactly two events, ".length);
  });

  it("keep emoji, right-to-left text and control characters whole, and mend half a character", () => {
    const [one, other] = [laptop(ana), laptop(ben)];
    const text = "שלום 😀 עולם\u0007 \u202eabc 👩🏽‍💻";
    one.pen.edit(text, text.length);
    one.pen.edit(text.replace("😀", "😁"), 7);
    one.pen.edit(`${one.pen.text()}\ud83d`, one.pen.text().length + 1);
    swap(one, other);
    expect(other.pen.text()).toBe(`${text.replace("😀", "😁")}\ufffd`);
    expect(one.pen.text()).toBe(other.pen.text());
  });

  it("know no place in another text, in nothing, or in bytes that are none", () => {
    const one = laptop(ana);
    type(one, 0, "abc");
    expect(indexOfPlace(one.doc, bench, one.pen.placeAt(2))).toBe(2);
    expect(indexOfPlace(one.doc, slotId("other"), one.pen.placeAt(2))).toBeNull();
    expect(indexOfPlace(one.doc, bench, new Uint8Array([9, 9, 9, 9]))).toBeNull();
    expect(indexOfPlace(new Y.Doc(), bench, one.pen.placeAt(2))).toBeNull();
  });

  it("are what the gate lets in, and list the slots that have some", () => {
    const one = laptop(ana);
    expect(one.loop.slotsWithNotes()).toEqual([]);
    type(one, 0, "abc");
    expect(updateReason(Y.encodeStateAsUpdate(one.doc), 1000)).toBeNull();
    expect(one.loop.slotsWithNotes()).toEqual([bench]);
    const foreign = new Y.Doc();
    foreign.getText("slotNotes:not-a-slot").insert(0, "abc");
    expect(updateReason(Y.encodeStateAsUpdate(foreign), 1000)).toBe("foreignName");
  });

  it("come to the same text on both laptops after any typing, deleting and taking back", () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const random = seededRandom(seed);
      const upTo = (end: number): number => random.below(end + 1);
      const both = [laptop(ana), laptop(ben)] as const;
      for (let step = 0; step < 120; step += 1) {
        const one = both[upTo(1)] as Laptop;
        const text = one.pen.text();
        const at = upTo(text.length);
        const act = upTo(9);
        if (act < 5) type(one, at, ["a", "é", "\n", "word ", "ש"][upTo(4)] as string);
        else if (act < 7) one.pen.edit(text.slice(0, at) + text.slice(at + upTo(5)), at);
        else if (act === 7) one.pen.undo();
        else if (act === 8) one.pen.redo();
        else swap(...both);
      }
      swap(...both);
      expect(both[0].pen.text(), `seed ${seed}`).toBe(both[1].pen.text());
      expect(both[0].loop.slotNotes(bench), `seed ${seed}`).toEqual(both[1].loop.slotNotes(bench));
      const joined = both[0].loop
        .slotNotes(bench)
        .map((line) => line.text)
        .join("\n");
      expect(joined, `seed ${seed}`).toBe(both[0].pen.text());
    }
  });
});
