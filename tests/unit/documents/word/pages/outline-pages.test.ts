import { patchDocument } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { type Outline, paragraph } from "../../../../../src/documents/outline";
import { allDocuments } from "../../../../../src/documents/outlines/pack-set";
import { outlinePages } from "../../../../../src/documents/word/pages/outline-pages";
import { outlineToWord } from "../../../../../src/documents/word/word-document";
import { type CompanyTemplate, plainTemplate } from "../../../../../src/domain/company/company-template";
import { closedDisclosure } from "../../../../../src/domain/record/audiences";
import { noon } from "../../../../support/builders/record";
import { aFullRecord } from "../../../../support/full-record";

const facts = { recordHash: "", generatedAt: noon, disclosure: closedDisclosure, otherCandidates: [] };

const plainOutline: Outline = {
  title: "Pack",
  subject: "Pack",
  language: "en-GB",
  classification: "Confidential",
  recordHash: "",
  cover: [],
  body: [],
};

/** The numbers beside the lines of the contents, in order. */
const contentsOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const zip = await JSZip.loadAsync(bytes);
  const document = (await zip.file("word/document.xml")?.async("text")) ?? "";
  return [...document.matchAll(/<w:pStyle w:val="TOC[12]"\/>.*?<\/w:p>/gs)].map(
    ([entry]) => [...entry.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].at(-1)?.[1] ?? "",
  );
};

/** The numbers that docx comes to when it lays the finished file out with every rule of Word's it knows. */
const laidOutByDocx = async (data: Uint8Array): Promise<readonly string[]> =>
  contentsOf(
    await patchDocument({
      outputType: "uint8array",
      data,
      patches: {},
      pageNumbers: estimatePageNumbersWith({ guess: true }),
    }),
  );

const letter: CompanyTemplate = {
  ...plainTemplate,
  font: "Arial",
  paper: "letter",
  name: "A Firm",
  address: "Long Street 1\nA Town",
};

const documents = (candidate: string) =>
  allDocuments(aFullRecord({ panelists: 2, questions: 4, candidate }), facts);

describe("the pages that the contents of a pack name", () => {
  it.each([
    { audience: "hiringManager", template: plainTemplate, candidate: "Noor Haddad" },
    { audience: "paperKit", template: letter, candidate: "نور 王小明" },
  ] as const)("are those docx's own layout comes to, but for one: $audience", async (given) => {
    const found = documents(given.candidate).find(({ audience }) => audience === given.audience);
    if (found === undefined) throw new Error("no such document");
    const ours = await outlineToWord(found.outline, given.template);
    const numbers = await contentsOf(ours);
    const theirs = await laidOutByDocx(ours);
    expect(numbers.length).toBeGreaterThan(3);
    expect(theirs).toHaveLength(numbers.length);
    const apart = numbers.map((number, index) => Math.abs(Number(number) - Number(theirs[index])));
    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
  });

  it("are more where the letters are wider", () => {
    const words = "interview ".repeat(8000);
    const outline = { ...plainOutline, body: [paragraph("body", words)] };
    const pagesIn = (font: CompanyTemplate["font"]): number =>
      outlinePages(outline, { ...plainTemplate, font }).pageCount;
    expect(pagesIn("Georgia")).toBeGreaterThan(pagesIn("Times New Roman"));
  });
});
