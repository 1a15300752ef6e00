import { Document, Packer, Paragraph } from "docx";
import { describe, expect, it } from "vitest";
import { openPdf } from "../../../src/documents/resume/pdf";
import { readWord } from "../../../src/documents/resume/word";
import { unwrap } from "../../../src/domain/result";
import { aPdf } from "../../support/builders/pdf";

describe("a PDF resume", () => {
  it("opens with its pages and their words", async () => {
    const pdf = unwrap(await openPdf(aPdf()));
    expect([pdf.pages, pdf.allPages]).toEqual([1, 1]);
    expect(pdf.scripts).toBe(false);
    expect(unwrap(await pdf.text(1))).toContain("Mira Adeyemi");
    expect(await pdf.text(2)).toEqual({ ok: false, error: { type: "pageUnreadable" } });
    await pdf.close();
    expect(await pdf.text(1)).toEqual({ ok: false, error: { type: "closed" } });
  });

  it("with scripts says so", async () => {
    const pdf = unwrap(await openPdf(aPdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")));
    expect(pdf.scripts).toBe(true);
    await pdf.close();
  });

  it("that is none, or is cut off, is refused", async () => {
    const none = new TextEncoder().encode("%PDF-1.7 and then nothing of a PDF");
    expect(await openPdf(none)).toEqual({ ok: false, error: { type: "pdfUnreadable" } });
  });
});

describe("a Word resume", () => {
  it("is read as its words", async () => {
    const file = new Document({ sections: [{ children: [new Paragraph("Three years at a partner")] }] });
    const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
    expect(unwrap(await readWord(bytes))).toEqual([{ kind: "paragraph", text: "Three years at a partner" }]);
  });

  it("that is a damaged ZIP is refused", async () => {
    const zip = new Uint8Array([
      0x50,
      0x4b,
      0x03,
      0x04,
      ...new TextEncoder().encode("word/document.xml"),
      1,
      2,
    ]);
    expect(await readWord(zip)).toEqual({ ok: false, error: { type: "wordUnreadable" } });
  });
});
