import { describe, expect, it } from "vitest";
import { refusalSentence, troubleSentence } from "../../../../src/features/kit/edit/words";
import { stepTarget } from "../../../../src/ui/use-reorder";

describe("why a change of a kit was not made", () => {
  it("names what still needs a part, and how much else does", () => {
    expect(refusalSentence({ type: "stillUsed", by: ["Why?"] })).toBe(
      "Not removed: it is still needed by “Why?”. Change or remove that first.",
    );
    expect(refusalSentence({ type: "stillUsed", by: ["Why?", "How?", "When?"] })).toContain("2 other parts");
  });

  it("offers a choice where two windows changed one text", () => {
    const conflict = { type: "changedElsewhere", path: ["title"] } as const;
    expect(troubleSentence({ kind: "conflict", conflict })).toContain("choose which one stays");
  });
});

describe("a step of an item in its list", () => {
  it("goes before the one above, behind the one below, and not over the ends", () => {
    const ids = ["a", "b", "c"];
    expect(stepTarget(ids, "b", -1)).toBe("a");
    expect(stepTarget(ids, "a", 1)).toBe("c");
    expect(stepTarget(ids, "b", 1)).toBeNull();
    expect(stepTarget(ids, "a", -1)).toBeUndefined();
    expect(stepTarget(ids, "c", 1)).toBeUndefined();
  });
});
