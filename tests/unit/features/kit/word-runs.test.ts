import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WordRun, wordDifferences } from "../../../../src/features/kit/import/word-runs";

const changed = (runs: readonly WordRun[]): readonly string[] =>
  runs.filter(({ isSame }) => !isSame).map(({ text }) => text.trim());
const whole = (runs: readonly WordRun[]): string => runs.map(({ text }) => text).join("");

describe("the words two texts differ in", () => {
  it("are marked on each side, and the others are not", () => {
    const { before, after } = wordDifferences(
      "Tell us about a sample that was nearly lost.",
      "Tell us about the sample that was lost.",
    );
    expect(changed(before)).toEqual(["a", "nearly"]);
    expect(changed(after)).toEqual(["the"]);
  });

  it("are all of a text that is new or gone", () => {
    expect(wordDifferences("", "All new")).toEqual({
      before: [],
      after: [{ text: "All new", isSame: false }],
    });
    expect(changed(wordDifferences("one two", "three").before)).toEqual(["one two"]);
  });

  it("are all of two long texts that share next to nothing, in no time that anybody notices", () => {
    const long = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(" ");
    const { before, after } = wordDifferences(long("a"), long("b"));
    expect([before.length, after.length]).toEqual([1, 1]);
    expect([whole(before), whole(after)]).toEqual([long("a"), long("b")]);
  });

  it("are none in equal texts, and the pieces always make the text again", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "é", "."), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { before, after } = wordDifferences(one, other);
        expect([whole(before), whole(after)]).toEqual([one, other]);
        expect(changed(wordDifferences(one, one).before)).toEqual([]);
        const same = (runs: readonly WordRun[]) =>
          runs.flatMap(({ text: run, isSame }) => (isSame ? run.split(/\s+/).filter(Boolean) : []));
        expect(same(before)).toEqual(same(after));
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});
