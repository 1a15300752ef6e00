import { describe, expect, it } from "vitest";
import { apartLine, tooFew } from "../../../../../src/features/debrief/finalists/words";

describe("what is said of loops that are not compared", () => {
  it("names a copy of the role kit as another one", () => {
    expect(apartLine("Jonas Lindqvist", "otherKit")).toBe(
      "Jonas Lindqvist: asked from another role kit of the same title",
    );
  });

  it("promises no more than was looked for: loops under the same title", () => {
    expect(tooFew(0)).toMatch(/^No other loop under this role kit’s title on this laptop\./);
    expect(tooFew(1)).toContain("1 other loop under its title cannot be compared");
  });
});
