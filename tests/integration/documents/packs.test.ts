import { userInfo } from "node:os";
import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { documentsFor } from "../../../src/documents/outlines/pack-set";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { type CompanyTemplate, plainTemplate } from "../../../src/domain/company/company-template";
import { type Audience, audiences, closedDisclosure } from "../../../src/domain/record/audiences";
import { noon } from "../../support/builders/record";
import { aPlantedRecord, otherCandidate, planted } from "../../support/planted-record";
import { invalidParts } from "../../support/word-files";

const facts = {
  recordHash: "q1W2e3R4t5Z6u7I8o9P0a1S2d3F4g5H6j7K8l9Y0x1C",
  generatedAt: noon,
  disclosure: closedDisclosure,
  otherCandidates: [otherCandidate],
};

/** One pixel, as small as a picture can be. */
const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const letterhead: CompanyTemplate = {
  ...plainTemplate,
  name: "Lindqvist & Sons",
  address: "Kaigatan 4\n211 20 Malmö",
  accent: "7A1F5C",
  font: "Georgia",
  paper: "letter",
  logo: { kind: "png", base64: pixel, width: 400, height: 100 },
};

const packsOf = (audience: Audience, template?: CompanyTemplate): Promise<readonly Uint8Array[]> =>
  Promise.all(
    documentsFor(aPlantedRecord(), audience, facts).map(({ outline }) => outlineToWord(outline, template)),
  );

const partsOf = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  return new Map(
    await Promise.all(parts.map(async (part) => [part.name, await part.async("text")] as const)),
  );
};

const partOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const part = (await partsOf(bytes)).get(name);
  if (part === undefined) throw new Error(`the file has no ${name}`);
  return part;
};

/** Everything a file says anywhere: body, headers, footers, properties, attributes. */
const everything = async (bytes: Uint8Array): Promise<string> =>
  [...(await partsOf(bytes)).values()].join("\n");

describe.each(audiences)("what %s gets, as Word files", (audience) => {
  let files: readonly Uint8Array[];
  beforeAll(async () => {
    files = await packsOf(audience);
  });

  it.each(["Office2016", "Microsoft365"])(
    "is valid for %s by the Open XML SDK",
    async (office) => {
      expect(files.length).toBeGreaterThan(0);
      for (const bytes of files) expect(await invalidParts(bytes, office)).toEqual([]);
    },
    180_000,
  );

  it.skipIf(audience === "hrFile")(
    "says nothing of the role player’s guide or of another candidate in any part of the file",
    async () => {
      for (const said of await Promise.all(files.map(everything))) {
        expect(said).not.toContain(planted.roleGuide);
        expect(said).not.toContain(planted.rolePlay);
        expect(said).not.toMatch(/Ximena|Quiroga/);
      }
    },
  );

  it("carries no account name of this machine and no path of it", async () => {
    for (const said of await Promise.all(files.map(everything))) {
      expect(said).not.toMatch(/\/home\/|\/Users\/|\/tmp\/|[A-Z]:\\/);
      expect(said).not.toMatch(new RegExp(`(creator|lastModifiedBy)>${userInfo().username}<`));
    }
  });
});

describe("a pack as a Word file", () => {
  let pack: Uint8Array;
  beforeAll(async () => {
    pack = (await packsOf("hrFile", letterhead))[0] ?? new Uint8Array();
  });

  it("gives every table the company's style and an alternative text, and repeats every header row", async () => {
    const document = await partOf(pack, "word/document.xml");
    const tables = document.match(/<w:tbl>/g)?.length ?? 0;
    expect(tables).toBeGreaterThan(10);
    expect(document.match(/<w:tblStyle w:val="PackTable"\/>/g)).toHaveLength(tables);
    expect(document.match(/<w:tblCaption w:val="[^"]+"\/>/g)).toHaveLength(tables);
    const rows = document.match(/<w:tr>/g)?.length ?? 0;
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
  });

  it("has a page number beside every line of its contents", async () => {
    const document = await partOf(pack, "word/document.xml");
    const lines = document.match(/<w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/gs) ?? [];
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line).toMatch(/<w:t[^>]*>\d+<\/w:t>/);
  });

  it("has its charts as pictures, each with what it shows in words", async () => {
    const document = await partOf(pack, "word/document.xml");
    const said = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => words);
    expect(said).toHaveLength(document.match(/<pic:pic[ >]/g)?.length ?? 0);
    // Ana rates sample handling 4, Ben 2 and Cleo, whose card is not independent, 3.
    expect(said).toContain("Sample handling: 2 steps apart: 2, 3 *, 4");
    const pictures = (await partOf(pack, "word/_rels/document.xml.rels")).match(/media\/[^"]+\.png/g);
    expect(pictures?.length).toBeGreaterThan(1);
  });

  it("draws nobody’s single rating for a hiring manager who is not to see them", async () => {
    const [bytes = new Uint8Array()] = await packsOf("hiringManager");
    const document = await partOf(bytes, "word/document.xml");
    expect(document).toContain('descr="Sample handling: 2 steps apart, 2 ratings, mean 3"');
    expect(document).not.toContain("2, 3 *, 4");
  });

  it("is laid out for the company's paper, font and colour", async () => {
    // Letter in twentieths of a point: 8.5 by 11 inches of 1440.
    expect(await partOf(pack, "word/document.xml")).toContain('<w:pgSz w:w="12240" w:h="15840"');
    const styles = await partOf(pack, "word/styles.xml");
    expect(styles).toContain("Georgia");
    expect(styles).toContain("7A1F5C");
    expect(styles).not.toContain("0B5F5B");
  });

  it("carries the logo with an alternative text on its first page, and the address at its foot", async () => {
    expect(await partOf(pack, "word/document.xml")).toContain('descr="Logo of Lindqvist &amp; Sons"');
    const said = [...(await partsOf(pack))].filter(([name]) => /footer\d\.xml$/.test(name));
    expect(said.filter(([, xml]) => xml.includes("211 20 Malmö"))).toHaveLength(1);
  });

  it("is valid with a logo, a letter's paper and another font", async () => {
    expect(await invalidParts(pack, "Microsoft365")).toEqual([]);
  }, 60_000);

  it("says in its properties of which record it was made, for whom and when", async () => {
    const custom = await partOf(pack, "docProps/custom.xml");
    for (const value of [facts.recordHash, "hrFile", noon]) expect(custom).toContain(value);
  });
});
