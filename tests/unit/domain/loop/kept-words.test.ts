import { describe, expect, it } from "vitest";
import { slotIdSchema, timestampSchema } from "../../../../src/domain/ids";
import {
  type KeptWords,
  keptWordsListSchema,
  mostOfLoop,
  mostOfNote,
  mostUnits,
  takenAway,
  withKeptWords,
} from "../../../../src/domain/loop/kept-words";
import { personId } from "../../../support/builders/record";

const [ana, ben] = [personId("ana"), personId("ben")];
const at = timestampSchema.parse("2026-11-23T09:30:00.000Z");
const kept = (id: string, item: string, words: string): KeptWords => ({
  id,
  note: { kind: "discussion", item },
  words,
  how: "emptied",
  deviceId: null,
  at,
});
const hundred = "a".repeat(100);
const idsOf = (list: readonly KeptWords[]) => list.map(({ id }) => id);

describe("a note that a colleague's laptop made shorter", () => {
  it("is emptied where less than a tenth is left of what others wrote", () => {
    expect(takenAway({ before: hundred, after: "a".repeat(9), lost: new Map([[ana, 91]]) }, ben)).toBe(
      "emptied",
    );
    expect(takenAway({ before: hundred, after: " \n".repeat(20), lost: new Map([[null, 100]]) }, ben)).toBe(
      "emptied",
    );
  });

  it("is rewritten where more than half of it went and something else stands there", () => {
    const after = "b".repeat(80);
    expect(takenAway({ before: hundred, after, lost: new Map([[ana, 51]]) }, ben)).toBe("rewritten");
    expect(takenAway({ before: hundred, after, lost: new Map([[ana, 50]]) }, ben)).toBeNull();
  });

  it("is nobody's loss where its own writer cut it, and is where another person did", () => {
    const cut = { before: hundred, after: "", lost: new Map([[ben, 100]]) };
    expect(takenAway(cut, ben)).toBeNull();
    expect(takenAway(cut, ana)).toBe("emptied");
    // Words of nobody are not taken for the words of a laptop that nobody knows.
    expect(takenAway({ ...cut, lost: new Map([[null, 100]]) }, null)).toBe("emptied");
  });

  it("may be short: fewer than forty letters come and go", () => {
    expect(takenAway({ before: "a".repeat(39), after: "", lost: new Map([[ana, 39]]) }, ben)).toBeNull();
    expect(takenAway({ before: "a".repeat(40), after: "", lost: new Map([[ana, 40]]) }, ben)).toBe("emptied");
  });
});

describe("the list of kept words", () => {
  it("has a note that went step by step once, with the fullest words", () => {
    const first = withKeptWords([], kept("1", "care", "one two three"));
    expect(idsOf(withKeptWords(first, kept("2", "care", "two three")))).toEqual(["1"]);
    expect(idsOf(withKeptWords(first, kept("3", "care", "zero one two three four")))).toEqual(["3"]);
    expect(idsOf(withKeptWords(first, kept("4", "money", "two three")))).toEqual(["1", "4"]);
  });

  it("is bounded for a note, for a loop and by its size, and drops the shortest", () => {
    const words = (index: number) => `${index}: ${"w".repeat(50 + index)}`;
    const oneNote = Array.from({ length: 10 }, (_, index) => kept(`n${index}`, "care", words(index)));
    const ofNote = oneNote.toReversed().reduce<readonly KeptWords[]>(withKeptWords, []);
    expect(idsOf(ofNote)).toEqual(["n9", "n8", "n7"]);
    expect(ofNote).toHaveLength(mostOfNote);

    const many = Array.from({ length: mostOfLoop + 5 }, (_, index) =>
      kept(`m${index}`, `i${index}`, words(index)),
    );
    const ofLoop = many.reduce<readonly KeptWords[]>(withKeptWords, []);
    expect(idsOf(ofLoop)).toEqual(many.slice(5).map(({ id }) => id));
    expect(keptWordsListSchema.safeParse(ofLoop).success).toBe(true);

    const large = Array.from({ length: 12 }, (_, index) =>
      kept(`l${index}`, `i${index}`, "w".repeat(99_000 + index)),
    );
    const bySize = large.reduce<readonly KeptWords[]>(withKeptWords, []);
    expect(bySize.reduce((sum, one) => sum + one.words.length, 0)).toBeLessThanOrEqual(mostUnits);
    expect(idsOf(bySize)).toEqual(large.slice(2).map(({ id }) => id));
  });

  it("tells a slot's notes from a debrief note of the same name", () => {
    const slotId = slotIdSchema.parse("s".repeat(22));
    const ofSlot: KeptWords = { ...kept("2", "", "two"), note: { kind: "slot", slotId } };
    expect(withKeptWords([kept("1", slotId, "two")], ofSlot)).toHaveLength(2);
  });
});
