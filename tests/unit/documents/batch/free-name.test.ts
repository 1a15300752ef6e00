import { describe, expect, it } from "vitest";
import { freeName, takenNames } from "../../../../src/documents/batch/free-name";

describe("the name of a document's file", () => {
  it("is the one wished for where nobody has it", () => {
    expect(freeName("Brief Case", "a1", takenNames(["Brief.docx"]))).toBe("Brief Case.docx");
  });

  it("gets a mark, then a number, where it is taken in whatever case", () => {
    expect(freeName("Brief", "a1", takenNames(["brief.DOCX"]))).toBe("Brief a1.docx");
    expect(freeName("Brief", "a1", takenNames(["brief.docx", "Brief A1.docx"]))).toBe("Brief a1-2.docx");
    expect(freeName("Brief", "a1", takenNames(["brief.docx", "Brief A1.docx", "brief a1-2.docx"]))).toBe(
      "Brief a1-3.docx",
    );
  });

  it("keeps its mark however long the wish is", () => {
    const wish = "名".repeat(300);
    const taken = [freeName(wish, "a1", takenNames([]))];
    taken.push(freeName(wish, "a1", takenNames(taken)));
    taken.push(freeName(wish, "a1", takenNames(taken)));
    expect(new Set(taken).size).toBe(3);
    for (const name of taken) expect(Buffer.byteLength(name)).toBeLessThan(256);
  });
});
