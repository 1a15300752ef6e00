import { describe, expect, it } from "vitest";
import { parseRolePage, type RolePageRefusal } from "../../../../../src/domain/kit/role-page";
import { kitId, parsePage, readPage } from "./pages";

const page = readPage("lab-technician");

const refusal = (
  text: string,
  limits?: { characters: number; lineCharacters: number },
): RolePageRefusal | null => {
  const result = parseRolePage(text, limits === undefined ? { kitId } : { kitId, limits });
  return result.ok ? null : result.error;
};

describe("what is not a role page", () => {
  it.each(["", " \n\t\r\n", "\ufeff", "\u200b\n\u00a0"])("refuses %j as empty", (text) => {
    expect(refusal(text)).toEqual({ type: "empty" });
  });

  it("refuses more than two million characters, and takes as many", () => {
    const filler = "Filler line of the essay.\n";
    const long = (characters: number): string => `${page}${filler.repeat(80_000)}`.slice(0, characters);
    expect(refusal(long(2_000_001))).toEqual({ type: "tooLarge", characters: 2_000_001, limit: 2_000_000 });
    expect(refusal(long(2_000_000))).toBeNull();
  });

  it("refuses by the limits it is given", () => {
    expect(refusal(page, { characters: 100, lineCharacters: 100 })).toEqual({
      type: "tooLarge",
      characters: page.length,
      limit: 100,
    });
  });

  it("refuses one endless line with its number, and takes one at the limit", () => {
    const withLine = (length: number): string => `${page}\n${"x".repeat(length)}`;
    const number = page.split("\n").length + 1;
    expect(refusal(withLine(100_001))).toEqual({
      type: "endlessLine",
      line: number,
      characters: 100_001,
      limit: 100_000,
    });
    expect(refusal(withLine(100_000))).toBeNull();
  });

  it.each([
    ["%PDF-1.7\nCore Evaluation", "pdf"],
    ["PK\u0003\u0004 Core Evaluation", "zip"],
    ["{\\rtf1 Core Evaluation}", "rtf"],
    [`${page}\u0000`, "unknown"],
    ["\ufffd\ufffd\ufffdCore Evaluation\ufffd", "unknown"],
    ["\u0001\u0002\u0003\u0004 Core", "unknown"],
  ])("refuses %j as no text", (text, looksLike) => {
    expect(refusal(text)).toEqual({ type: "notText", looksLike });
  });

  it("takes a page with one damaged character and says so", () => {
    const { report } = parsePage(page.replace("lost", "l\ufffdst"));
    expect(report.notes).toContainEqual({ type: "damagedCharacters", count: 1 });
  });

  it.each([
    "<!DOCTYPE html><html><body>Core Evaluation</body></html>",
    "\n  <html lang='en'>\n<p>Core Evaluation</p>",
    "<div>\nCore Evaluation\n</div>",
    `Core Evaluation\n${"<li>Uses it</li>\n".repeat(6)}`,
  ])("refuses %j as HTML", (text) => {
    expect(refusal(text)).toEqual({ type: "html" });
  });

  it("takes a page that mentions a tag", () => {
    expect(refusal(page.replace("Think aloud", "Close every <div> with </div>"))).toBeNull();
  });

  it.each([
    ["a letter", "Dear all,\n\nthe role is open.\n\nKind regards\nInes"],
    ["headings and nothing below them", "Core Evaluation\n\nSupporting Evaluation"],
    ["a kit file", '{"format":"panelbook-kit","formatVersion":1}'],
    ["signs only", "• — ***\n=====\n"],
  ])("refuses %s as no role page and says what was expected", (_what, text) => {
    expect(refusal(text)).toEqual({
      type: "notARolePage",
      expected: expect.arrayContaining(["Core Evaluation", "Progression Framework"]),
    });
  });
});
