import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, ratingsCsv } from "../../../src/documents/ratings-csv";
import { aDecidedRecord } from "../../support/records";

/** What a spreadsheet reads in a quoted cell. */
const read = (cell: string): string => cell.slice(1, -1).replaceAll('""', '"');

describe("the ratings as CSV", () => {
  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\uff1d1",
    "=cmd|'/c calc'!A1",
  ])("never begins a cell with what a spreadsheet would run: %j", (text) => {
    expect(read(csvCell(text)).startsWith("'")).toBe(true);
  });

  it.each(["Ana Brandt", "3", "a = b", "x@y.org", ""])("leaves a plain text as it is: %j", (text) => {
    expect(read(csvCell(text))).toBe(text);
  });

  it("keeps every text inside its quotation marks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = csvCell(text);
        expect(cell.startsWith('"') && cell.endsWith('"')).toBe(true);
        expect(cell.slice(1, -1).replaceAll('""', "")).not.toContain('"');
      }),
    );
  });

  it("has a line for every rated question and exercise, with absences as absences", () => {
    const lines = ratingsCsv(aDecidedRecord()).slice(1).trim().split("\r\n");
    // Three panelists with three questions each, two with the exercise, and the header.
    expect(lines).toHaveLength(3 * 3 + 2 + 1);
    const absent = lines.find((line) => line.includes('"Ben Sato"') && line.includes('"Candour"'));
    expect(absent).toContain('"","","notObserved"');
    expect(lines.find((line) => line.includes('"Ana Brandt"') && line.includes("Sample"))).toContain(
      '"4","Exceeds",""',
    );
  });

  it("has no line of a trainee’s card", () => {
    const record = aDecidedRecord();
    const [first] = record.cards;
    const cards = record.cards.map((card) => ({ ...card, shadow: card.personId === first?.personId }));
    expect(ratingsCsv(record)).toContain("Ana Brandt");
    expect(ratingsCsv({ ...record, cards })).not.toContain("Ana Brandt");
    expect(ratingsCsv({ ...record, cards })).toContain("Ben Sato");
  });

  it("begins with a byte order mark and ends each line as the standard says", () => {
    const csv = ratingsCsv(aDecidedRecord());
    expect(csv.startsWith("\ufeff")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
  });
});
