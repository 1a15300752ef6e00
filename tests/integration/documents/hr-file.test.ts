import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import JSZip from "jszip";
import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packOutline } from "../../../src/documents/outlines/pack";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { closedDisclosure } from "../../../src/domain/record/audiences";
import { noon } from "../../support/builders/record";
import { aDecidedRecord } from "../../support/records";

const run = promisify(execFile);
const hostile = 'x\u0000\uffff</w:t> { HYPERLINK "file:///etc" } =cmd|calc!A1 \ud800 מילה 👩🏽‍🔬';

const packOf = (quote?: string): Promise<Uint8Array> =>
  outlineToWord(
    packOutline(aDecidedRecord(quote), "hrFile", {
      recordHash: "q1W2e3R4t5Z6u7I8o9P0a1S2d3F4g5H6j7K8l9Y0x1C",
      generatedAt: noon,
      disclosure: closedDisclosure,
      otherCandidates: [],
    }),
  );

const partOf = async (pack: Uint8Array, name: string): Promise<string> => {
  const part = (await JSZip.loadAsync(pack)).file(name);
  if (part === null) throw new Error(`the pack has no ${name}`);
  return part.async("text");
};

describe("the HR file as a Word file", () => {
  let folder: string;
  let pack: Uint8Array;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "panelbook-pack-"));
    pack = await packOf();
  });
  afterAll(() => rm(folder, { recursive: true }));

  const validate = async (bytes: Uint8Array, office: string): Promise<unknown> => {
    const file = join(folder, `${office}.docx`);
    await writeFile(file, bytes);
    const { stdout } = await run("npx", ["ooxml-validator", file, "--officeVersion", office]);
    return (JSON.parse(stdout) as { errors: unknown }).errors;
  };

  it.each(["Office2016", "Microsoft365"])(
    "is valid for %s by the Open XML SDK",
    async (office) => {
      expect(await validate(pack, office)).toEqual([]);
    },
    60_000,
  );

  it("keeps a card's facts on one page with the head of its table: every row holds on to what follows", async () => {
    const document = await partOf(pack, "word/document.xml");
    const facts = (document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).filter((table) =>
      table.includes(">Take-away<"),
    );
    expect(facts.length).toBeGreaterThan(0);
    for (const table of facts) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
      const held = rows.map((row) => /<w:keepNext\/>/.test(row));
      expect(held).toEqual(rows.map(() => true));
    }
    const [, afterFacts = ""] = document.split(facts[0] ?? "");
    // The empty line below the facts, the caption by its style, and every paragraph of the table's header.
    expect(afterFacts).toMatch(/^<w:p><w:pPr><w:pStyle w:val="TableText"\/><w:keepNext\/>/);
    const header = afterFacts.match(/<w:tr>.*?<\/w:tr>/s)?.[0] ?? "";
    expect(header.match(/<w:keepNext\/>/g)).toHaveLength(header.match(/<w:p>/g)?.length ?? 0);
  });

  it("stays valid with texts that carry control characters, markup and field codes", async () => {
    expect(await validate(await packOf(hostile), "Microsoft365")).toEqual([]);
  }, 60_000);

  it("is found invalid once a part of it is broken, so that the validator is known to look", async () => {
    const zip = await JSZip.loadAsync(pack);
    const document = await partOf(pack, "word/document.xml");
    zip.file("word/document.xml", document.replace("<w:tblGrid>", "<w:tblGrid><w:nonsense/>"));
    const broken = await zip.generateAsync({ type: "uint8array" });
    await expect(validate(broken, "Microsoft365")).rejects.toMatchObject({ code: 1 });
  }, 60_000);

  it("reads back with headings, and with a header row on every table that is not a list of facts", async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(pack) });
    expect(value.match(/<h1>/g)).toHaveLength(8);
    expect(value).toContain("Noor Haddad");
    const document = await partOf(pack, "word/document.xml");
    const captions = document.match(/w:pStyle w:val="Caption"/g) ?? [];
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(captions.length);
  });

  it("has a table of contents with page numbers already in it, so that Word asks nothing on opening", async () => {
    const document = await partOf(pack, "word/document.xml");
    expect(document).toContain("TOC");
    expect(document).not.toContain('w:dirty="true"');
    expect(await partOf(pack, "word/settings.xml")).not.toContain("updateFields");
  });

  it("says its language, its class and its page on every page", async () => {
    expect(await partOf(pack, "word/styles.xml")).toContain('<w:lang w:val="en-GB"/>');
    expect(await partOf(pack, "word/header1.xml")).toContain("Confidential");
    const footer = await partOf(pack, "word/footer1.xml");
    expect(footer).toContain("PAGE");
    expect(footer).toContain("NUMPAGES");
  });

  it("carries no account name of this machine", async () => {
    const core = await partOf(pack, "docProps/core.xml");
    expect(core).toContain("<dc:creator>Panelbook</dc:creator>");
    expect(core).toContain("<cp:lastModifiedBy>Panelbook</cp:lastModifiedBy>");
  });
});
