import { describe, expect, it } from "vitest";
import { typedText } from "../../../../src/domain/card/typed-text";

describe("a typed or pasted text", () => {
  it.each([
    ["Hebrew and Arabic", "ספרתי פעמיים. عددتها مرتين."],
    ["direction marks", "\u202eabc\u202c \u2067אב\u2069 \u200f"],
    ["emoji joined to one", "👩🏽‍🔬 🏳️‍🌈"],
    ["half a character", "a\ud83d"],
    ["tabs and line breaks", "a\tb\nc"],
    ["accents that combine", "e\u0301"],
  ])("stays as it is: %s", (_, text) => {
    expect(typedText(text)).toBe(text);
  });

  it("loses control characters", () => {
    expect(typedText("a\u0000b\u0007c\u001b[31md\u007fe\u0085f\u000bg")).toBe("abc[31mdefg");
  });

  it("has one kind of line break", () => {
    expect(typedText("a\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });
});
