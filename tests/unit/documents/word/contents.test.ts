import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { type Outline, paragraph } from "../../../../src/documents/outline";
import { outlineToWord } from "../../../../src/documents/word/word-document";

/** A cover, a page of contents and a chapter on the third page. */
const outlineOf = (chapter: string): Outline => ({
  title: "Pack",
  subject: "Pack",
  language: "en-GB",
  classification: "Confidential",
  recordHash: "",
  cover: [paragraph("title", chapter)],
  body: [
    { kind: "contents", title: "Contents" },
    { kind: "heading", level: 1, text: chapter, newPage: true },
  ],
});

/** The page that the contents name for the only chapter; empty where they name none. */
const pageInContents = async (outline: Outline): Promise<string> => {
  const zip = await JSZip.loadAsync(await outlineToWord(outline));
  const document = (await zip.file("word/document.xml")?.async("text")) ?? "";
  const entry = document.match(/<w:pStyle w:val="TOC1"\/>.*?<\/w:p>/s)?.[0] ?? "";
  return [...entry.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].at(-1)?.[1] ?? "";
};

describe("the contents of a pack", () => {
  it.each(["Decision", "نور حداد", "王小明", "ผลการตัดสินใจ", "∑ ∞ 🙂"])(
    "name a page in whatever script the pack is written: %s",
    async (chapter) => {
      expect(await pageInContents(outlineOf(chapter))).toBe("3");
    },
  );
});
