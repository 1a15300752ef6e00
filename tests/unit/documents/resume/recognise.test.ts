import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { recogniseResume, resumeLimit } from "../../../../src/documents/resume/recognise";

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const zipOf = async (parts: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> => {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(parts)) zip.file(path, text);
  return new Uint8Array(await zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" }));
};
const document = "<w:document/>";

describe("a resume file", () => {
  it("is known by its bytes: PDF, Word or text", async () => {
    expect(recogniseResume(bytesOf("%PDF-1.7\n…"))).toEqual({
      ok: true,
      value: { kind: "pdf", macros: false },
    });
    expect(recogniseResume(await zipOf({ "word/document.xml": document }))).toEqual({
      ok: true,
      value: { kind: "word", macros: false },
    });
    expect(recogniseResume(bytesOf("Mira Adeyemi\n\nThree years in sales"))).toMatchObject({
      value: { kind: "text" },
    });
  });

  it("of Word with macros says so", async () => {
    const zip = await zipOf({ "word/document.xml": document, "word/vbaProject.bin": "macro" });
    expect(recogniseResume(zip)).toMatchObject({ value: { kind: "word", macros: true } });
  });

  it("is refused where it unpacks to something huge, is locked or old, empty, too large, or nothing of the three", async () => {
    const refusal = (bytes: Uint8Array) => {
      const recognised = recogniseResume(bytes);
      return recognised.ok ? null : recognised.error.type;
    };
    const bomb = await zipOf({ "word/document.xml": "0".repeat(101 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(resumeLimit);
    expect(refusal(bomb)).toBe("unpacksTooLarge");
    expect(refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toBe("oldWord");
    expect(refusal(new Uint8Array())).toBe("empty");
    expect(refusal(new Uint8Array(resumeLimit + 1))).toBe("tooLarge");
    expect(refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toBe(
      "unknownKind",
    );
    expect(refusal(await zipOf({ "xl/workbook.xml": "<workbook/>" }))).toBe("unknownKind");
  });
});
