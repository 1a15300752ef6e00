import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordLines, wordText } from "../../../../src/documents/word/text-hygiene";

/** Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF] (XML 1.0, production 2). */
const isXmlChar = (point: number): boolean =>
  point === 0x9 ||
  point === 0xa ||
  point === 0xd ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  (point >= 0x10000 && point <= 0x10ffff);

describe("text for Word", () => {
  it("carries only characters that XML 1.0 allows, whatever was pasted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (pasted) => {
        for (const char of wordText(pasted)) expect(isXmlChar(char.codePointAt(0) ?? 0)).toBe(true);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });

  it("leaves letters of every script, emoji and combining marks alone", () => {
    const text = "Łódź · 東京 · مرحبا · e\u0301 · 👩🏽‍🔬";
    expect(wordText(text)).toBe(text);
  });

  it("removes direction overrides, which would turn around what follows", () => {
    expect(wordText("a\u202eb\u2066c")).toBe("abc");
  });

  it("keeps every kind of line end as one line end", () => {
    expect(wordLines("a\r\nb\nc\u2028d")).toEqual(["a", "b", "c", "d"]);
  });
});
