import { createRequire } from "node:module";
import JSZip from "jszip";
import { describe, expect, it, vi } from "vitest";
import { questionBankCsv } from "../../../../src/documents/question-bank-csv";
import { columnLimit, readSheetFile, rowLimit, sheetLimit } from "../../../../src/documents/sheet/read-sheet";
import { unpackedSize } from "../../../../src/documents/sheet/unpacked-size";
import { kitSchema } from "../../../../src/domain/kit/kit";
import { guessColumns } from "../../../../src/domain/kit/sheet/columns";
import { placeRows } from "../../../../src/domain/kit/sheet/place-rows";
import { unwrap } from "../../../../src/domain/result";
import { aKit } from "../../../support/builders/kit";

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const rowsOf = async (bytes: Uint8Array<ArrayBuffer>) => unwrap(await readSheetFile(bytes)).rows;
const refused = async (bytes: Uint8Array<ArrayBuffer>) => {
  const read = await readSheetFile(bytes);
  return read.ok ? null : read.error.type;
};

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A workbook of these sheets, as small as ECMA-376 allows. */
const workbook = async (...sheets: readonly string[]): Promise<Uint8Array<ArrayBuffer>> => {
  const zip = new JSZip();
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const each = (made: (number: number) => string): string => sheets.map((_, at) => made(at + 1)).join("");
  zip.file("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
  zip.file(
    "xl/_rels/workbook.xml.rels",
    relations(each((number) => relation(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`))),
  );
  const named = each(
    (number) =>
      `<sheet name="${number === 1 ? "Questions" : `Sheet ${number}`}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  zip.file(
    "xl/workbook.xml",
    `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${named}</sheets></workbook>`,
  );
  for (const [at, sheet] of sheets.entries())
    zip.file(`xl/worksheets/sheet${at + 1}.xml`, `<worksheet xmlns="${main}">${sheet}</worksheet>`);
  return new Uint8Array(await zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" }));
};
const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/* The window's policy forbids workers from blobs. Node's own are made from the same module object by whoever unzips. */
const noWorkers = vi.hoisted(() => ({ made: 0 }));
class ForbiddenWorker {
  constructor() {
    noWorkers.made += 1;
    throw new Error("the content security policy forbids it");
  }
}
vi.stubGlobal("Worker", ForbiddenWorker);
createRequire(import.meta.url)("node:worker_threads").Worker = ForbiddenWorker;

describe("a CSV", () => {
  it.each([",", ";", "\t", "|"])("is read with %j between its cells", async (between) => {
    const text = [["Question", "Competency"], ["How?", "Care"], []]
      .map((row) => row.join(between))
      .join("\n");
    expect((await rowsOf(bytesOf(text))).slice(0, 2)).toEqual([
      ["Question", "Competency"],
      ["How?", "Care"],
    ]);
  });

  it("keeps quotes, separators and line feeds inside a cell", async () => {
    const [, row] = await rowsOf(bytesOf('Question,Signs\r\n"Why ""now"", then?","one\ntwo"\r\n'));
    expect(row).toEqual(['Why "now", then?', "one\ntwo"]);
  });

  it("is read as UTF-8 with a byte order mark, and as Windows-1252 where it is no UTF-8", async () => {
    const marked = unwrap(await readSheetFile(bytesOf("\ufeffQuestion,A\nWörter?,b\n")));
    expect([marked.rows[0]?.[0], marked.rows[1]?.[0], marked.encoding]).toEqual([
      "Question",
      "Wörter?",
      "utf-8",
    ]);
    const latin = new Uint8Array([...bytesOf("Question,A\nW"), 0xf6, ...bytesOf("rter?,b\n")]);
    const western = unwrap(await readSheetFile(latin));
    expect([western.rows[1]?.[0], western.encoding]).toEqual(["Wörter?", "windows-1252"]);
  });

  it.each([
    ["the lower byte first", "\ufeff", (code: number) => [code & 0xff, code >> 8]],
    ["the higher byte first", "\ufeff", (code: number) => [code >> 8, code & 0xff]],
    ["the lower byte first and no mark", "", (code: number) => [code & 0xff, code >> 8]],
    ["the higher byte first and no mark", "", (code: number) => [code >> 8, code & 0xff]],
  ])("is read as UTF-16 with %s", async (_, mark, bytes) => {
    const text = `${mark}Question\tA\nWörter?\t日本\n`;
    const read = unwrap(
      await readSheetFile(
        new Uint8Array(Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((code) => bytes(code))),
      ),
    );
    expect([read.rows.slice(0, 2), read.encoding]).toEqual([
      [
        ["Question", "A"],
        ["Wörter?", "日本"],
      ],
      "utf-16",
    ]);
  });

  it("is parted by what its first line says, which is no row of it", async () => {
    expect((await rowsOf(bytesOf("sep=!\r\nQuestion!Signs\r\nWhy, then?!a, b; c\r\n"))).slice(0, 2)).toEqual([
      ["Question", "Signs"],
      ["Why, then?", "a, b; c"],
    ]);
  });

  it("is refused with the row of a quotation mark that is never closed: all after it would be one cell", async () => {
    const text = 'Question,Topic\n"How?",Care\nWhy?,"Care\nWhen?,Care\n';
    expect(await readSheetFile(bytesOf(text))).toEqual({ ok: false, error: { type: "openQuote", row: 3 } });
  });

  it("keeps a formula as the text it is", async () => {
    const [, row] = await rowsOf(bytesOf('Question,Topic\n"=HYPERLINK(""http://x"",""y"")",@SUM(A1)\n'));
    expect(row).toEqual(['=HYPERLINK("http://x","y")', "@SUM(A1)"]);
  });
});

describe("a workbook", () => {
  it("gives its first sheet; a formula is its last result, and a merged cell stands in each row it reaches over", async () => {
    const bytes = await workbook(
      `<sheetData><row r="1">${cell("A1", "Topic")}${cell("B1", "Question")}</row>` +
        `<row r="2">${cell("A2", "Care")}<c r="B2" t="str"><f>1+1</f><v>Two?</v></c></row>` +
        `<row r="3">${cell("B3", "Three?")}</row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`,
    );
    expect(await rowsOf(bytes)).toEqual([
      ["Topic", "Question"],
      ["Care", "Two?"],
      ["Care", "Three?"],
    ]);
  });

  it.each(["A2:XFD1048576", "B2:B3", "ZZ9:ZZ99", "A0:A5", "A3:A2"])(
    "is as large as it was with %s merged, and no other text is written over",
    async (range) => {
      const bytes = await workbook(
        `<sheetData><row r="1">${cell("A1", "Topic")}${cell("B1", "Question")}</row>` +
          `<row r="2">${cell("A2", "Care")}${cell("B2", "Two?")}</row><row r="3">${cell("A3", "Candour")}${cell("B3", "Three?")}</row>` +
          `</sheetData><mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`,
      );
      expect(await rowsOf(bytes)).toEqual([
        ["Topic", "Question"],
        ["Care", "Two?"],
        ["Candour", "Three?"],
      ]);
    },
  );

  it("takes one merged range from a cell: those that begin in it again are passed over", async () => {
    const bytes = await workbook(
      `<sheetData><row r="1">${cell("A1", "Topic")}</row><row r="2">${cell("A2", "Care")}</row><row r="3">${cell("B3", "Why?")}</row>` +
        `<row r="4">${cell("B4", "When?")}</row></sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A02:A4"/></mergeCells>`,
    );
    expect((await rowsOf(bytes)).map(([topic]) => topic)).toEqual(["Topic", "Care", "Care", ""]);
  });

  it("gives the sheet that is asked for, else the first that holds a table, and the names of all", async () => {
    const table = (word: string) =>
      `<sheetData><row r="1">${cell("A1", "Question")}</row><row r="2">${cell("A2", word)}</row></sheetData>`;
    const bytes = await workbook("<sheetData/>", table("Why?"), table("When?"));
    const first = unwrap(await readSheetFile(bytes));
    expect([first.rows[1], first.at, first.names]).toEqual([
      ["Why?"],
      1,
      ["Questions", "Sheet 2", "Sheet 3"],
    ]);
    expect(unwrap(await readSheetFile(bytes, 2)).rows[1]).toEqual(["When?"]);
    expect(await readSheetFile(bytes, 0)).toEqual({
      ok: false,
      error: { type: "empty", place: { names: ["Questions", "Sheet 2", "Sheet 3"], at: 0 } },
    });
    expect(await refused(await workbook("<sheetData/>", "<sheetData/>"))).toBe("empty");
  });

  it.each([
    ["larger than is read", "<row/>".repeat(rowLimit + 1), 1],
    ["a cover, and seven more after it", "", 8],
  ])(
    "names its sheets also where its first is %s, so that another can be chosen",
    async (_, first, covers) => {
      const table = `<row r="1">${cell("A1", "Question")}</row><row r="2">${cell("A2", "Why?")}</row>`;
      const sheets = [first, ...Array.from({ length: covers - 1 }, () => ""), table];
      const bytes = await workbook(...sheets.map((rows) => `<sheetData>${rows}</sheetData>`));
      const read = await readSheetFile(bytes);
      expect(read.ok ? null : read.error.place?.names).toHaveLength(covers + 1);
      expect(read.ok ? null : read.error.place?.at).toBe(0);
      expect(unwrap(await readSheetFile(bytes, covers)).rows[1]).toEqual(["Why?"]);
    },
  );

  it("is read without a worker, however large a part of it is", async () => {
    const row = (at: number): string =>
      `<row r="${at}">${cell(`A${at}`, `How do you do ${at}?`)}${cell(`B${at}`, "Names the owner. ".repeat(30).trim())}</row>`;
    const rows = Array.from({ length: 1500 }, (_, at) => row(at + 1)).join("");
    const bytes = await workbook(`<sheetData>${rows}</sheetData>`);
    expect(unpackedSize(bytes)).toBeGreaterThan(512 * 1024);
    expect((await rowsOf(bytes)).at(-1)?.[0]).toBe("How do you do 1500?");
    expect(noWorkers.made).toBe(0);
  });

  it("is refused where it is damaged, of the old format, or unpacks to more than is read", async () => {
    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe("workbookUnreadable");
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe("workbookUnreadable");
    const bomb = await workbook(" ".repeat(61 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(sheetLimit);
    expect(unpackedSize(bomb)).toBeGreaterThan(61 * 1024 * 1024);
    expect(await refused(bomb)).toBe("tooLarge");
  });
});

describe("a text far from the others", () => {
  const sheet = (...rows: readonly string[]) => workbook(`<sheetData>${rows.join("")}</sheetData>`);
  const first = `<row r="1">${cell("A1", "Question")}</row>`;

  it.each([
    ["XFD2", `<row r="2">${cell("XFD2", "far")}</row>`, "tooManyColumns"],
    ["XFD1048576", `<row r="1048576">${cell("XFD1048576", "far")}</row>`, "tooManyRows"],
    ["A1048576", `<row>${cell("A1048576", "far")}</row>`, "tooManyRows"],
    ["A1 in row 100000", `<row r="100000">${cell("A2", "far")}</row>`, "tooManyRows"],
    ["no row of a spreadsheet", `<row r="1e9">${cell("A2", "far")}</row>`, "workbookUnreadable"],
    ["a place in entities", `<row r="2">${cell("&#88;FD2", "far")}</row>`, "workbookUnreadable"],
    [
      "a prefix",
      `<row r="2"><c x=">" p:r='XFD2' t="inlineStr"><is><t>far</t></is></c></row>`,
      "tooManyColumns",
    ],
    ["rows without numbers", "<row/>".repeat(rowLimit + 1), "tooManyRows"],
  ])("is refused before a workbook is laid out: %s", async (_, far, type) => {
    expect(await refused(await sheet(first, far))).toBe(type);
  });

  it("is not made of cells that only have a colour, nor of what a text says, nor of another sheet", async () => {
    const bytes = await sheet(
      `<row r="1">${cell("A1", "Question")}${cell("B1", "Say r='x' or r=&quot;5px&quot;")}<c r="XFD1" s="1"/></row>`,
      `<row r="2">${cell("A2", "Why?")}</row><row r="90000" s="1"><c r="ZZ90000"/></row>`,
    );
    const zip = await JSZip.loadAsync(bytes);
    zip.file(
      "xl/worksheets/sheet2.xml",
      `<worksheet><sheetData>${cell("XFD1048576", "far")}</sheetData></worksheet>`,
    );
    const both = new Uint8Array(await zip.generateAsync({ type: "arraybuffer" }));
    expect((await rowsOf(both)).map(([question]) => question)).toEqual(["Question", "Why?"]);
  });

  it("is refused in a CSV; blank columns at the right are cut off", async () => {
    expect(await refused(bytesOf(`Question,A\nWhy?${",".repeat(columnLimit)}b\n`))).toBe("tooManyColumns");
    const blank = ",".repeat(100_000);
    expect((await rowsOf(bytesOf(`Question,A${blank}\nWhy?,b\n`))).slice(0, 2)).toEqual([
      ["Question", "A"],
      ["Why?", "b"],
    ]);
  });
});

describe("what is no sheet of questions", () => {
  it("is refused with its reason", async () => {
    expect(await refused(new Uint8Array())).toBe("empty");
    expect(await refused(bytesOf(" \n,,\n"))).toBe("empty");
    expect(await refused(bytesOf("Only a header"))).toBe("noTable");
    expect(await refused(new Uint8Array([1, 0, 2, 0]))).toBe("noTable");
    expect(await refused(new Uint8Array(sheetLimit + 1))).toBe("tooLarge");
    expect(await refused(bytesOf("a,b\n".repeat(rowLimit + 1)))).toBe("tooManyRows");
  });
});

describe("the question bank as CSV", () => {
  it("comes back as the same questions when it is read into an empty kit", async () => {
    const kit = aKit();
    const rows = await rowsOf(bytesOf(questionBankCsv([kit])));
    const [header] = rows;
    const empty = kitSchema.parse({ ...kit, questions: [], exercises: [] });
    const placed = placeRows(empty, rows, guessColumns(header ?? []));
    expect(placed.unplaced).toEqual([]);
    const said = (from: typeof kit) =>
      from.questions.map(({ target, levelIds, roundId, prompt, positive, negative }) => ({
        target,
        levelIds,
        roundId,
        prompt,
        signs: [positive, negative].map((signs) => signs.map(({ text }) => text)),
      }));
    expect(said(placed.kit)).toEqual(said(kit));
  });

  it("has an apostrophe before what a spreadsheet would run", () => {
    const [first] = aKit().questions;
    if (first === undefined) throw new Error("the builder's kit has questions");
    const csv = questionBankCsv([aKit({ questions: [{ ...first, prompt: "=1+1" }] })]);
    expect(csv).toContain(`"'=1+1"`);
    expect(csv).not.toContain(`"=1+1"`);
  });
});
