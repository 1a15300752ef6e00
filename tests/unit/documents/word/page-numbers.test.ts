import { Document, type IXmlableObject, Packer, type PageNumberEstimator, Paragraph } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { describe, expect, it } from "vitest";
import { bounded } from "../../../../src/documents/word/page-numbers";

/** How many letters are measured until the pages of a document with this one word are known. */
const lettersMeasured = async (word: string): Promise<number> => {
  let letters = 0;
  const estimator = estimatePageNumbersWith({
    measureWidth: (text, { size = 10 }) => {
      letters += text.length;
      return (text.length * size) / 2;
    },
  });
  const document = new Document({
    pageNumbers: bounded(estimator),
    sections: [{ children: [new Paragraph(word)] }],
  });
  await Packer.toArrayBuffer(document);
  return letters;
};

const given = (body: IXmlableObject): IXmlableObject => {
  let seen: IXmlableObject = {};
  const spy: PageNumberEstimator = (laidOut) => {
    seen = laidOut;
    return { bookmarks: new Map() };
  };
  bounded(spy)(body, {} as Parameters<PageNumberEstimator>[1]);
  return seen;
};

const run = (text: string) => ({
  "w:p": [{ "w:r": [{ "w:t": [{ _attr: { "xml:space": "preserve" } }, text] }] }],
});

describe("laying out a word without an end", () => {
  it.each([300, 1200])("measures each of %s letters once or twice", async (letters) => {
    const measured = await lettersMeasured("x".repeat(letters));
    expect(measured).toBeGreaterThanOrEqual(letters);
    // Whole, it would measure every letter about ninety times: once for each that its line has.
    expect(measured).toBeLessThan(3 * letters);
  });

  it("is done in pieces of forty letters, and every letter is there", () => {
    expect(given(run(`a ${"x".repeat(90)}!`))).toEqual(
      run(`a ${"x".repeat(40)} ${"x".repeat(40)} ${"x".repeat(10)}!`),
    );
  });

  it("leaves words of people, languages that break anywhere and what is no text as they are", () => {
    for (const text of ["x".repeat(40), "Donaudampfschifffahrtsgesellschaftskapit", "漢".repeat(90)])
      expect(given(run(text))).toEqual(run(text));
    const style = { "w:pStyle": { _attr: { "w:val": "x".repeat(90) } } };
    expect(given(style)).toEqual(style);
  });

  it("keeps what tells the numbers of lists", () => {
    const listNumbers = () => new Map();
    const estimator = Object.assign((() => ({ bookmarks: new Map() })) as PageNumberEstimator, {
      listNumbers,
    });
    expect(bounded(estimator).listNumbers).toBe(listNumbers);
  });
});
