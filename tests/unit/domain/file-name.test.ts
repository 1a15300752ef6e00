import { describe, expect, it } from "vitest";
import { safeFileName } from "../../../src/domain/file-name";

describe("a suggested file name", () => {
  it.each(["Debrief pack 2026-11-23.docx", "Zoë Müller – kit.pbkit", "מילה.docx", "no-ending"])(
    "stays as it is: %s",
    (name) => {
      expect(safeFileName(name)).toBe(name);
    },
  );

  it.each([
    ["../../etc/passwd", "-..-etc-passwd"],
    ["C:\\Windows\\win.ini", "C--Windows-win.ini"],
    ["a/b.docx", "a-b.docx"],
    ["what? *now*.docx", "what- -now-.docx"],
    ["line\nbreak\u0000.docx", "line-break-.docx"],
    ["fdp\u202excod.docx", "fdp-xcod.docx"],
    ["CON.docx", "file-CON.docx"],
    ["  . .docx", "file.docx"],
    ["...", "file"],
    ["ends with dots.docx...", "ends with dots.docx"],
  ])("%j becomes %s", (wish, name) => {
    expect(safeFileName(wish)).toBe(name);
  });

  it("is cut to 200 bytes of whole characters, ending kept", () => {
    expect(safeFileName(`${"x".repeat(300)}.docx`)).toBe(`${"x".repeat(200)}.docx`);
    expect(safeFileName(`${"語".repeat(100)}.docx`)).toBe(`${"語".repeat(66)}.docx`);
    expect(safeFileName(`${"😀".repeat(100)}.docx`)).toBe(`${"😀".repeat(50)}.docx`);
  });
});
