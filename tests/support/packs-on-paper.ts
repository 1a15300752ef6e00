import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../electron/dev/project-root";
import { comparisonOutline } from "../../src/documents/outlines/finalists-pack";
import { funnelOutline } from "../../src/documents/outlines/funnel-pack";
import { kitDocumentOutline } from "../../src/documents/outlines/kit-document";
import { allDocuments } from "../../src/documents/outlines/pack-set";
import { outlineToWord } from "../../src/documents/word/word-document";
import { type CompanyTemplate, plainTemplate } from "../../src/domain/company/company-template";
import { closedDisclosure } from "../../src/domain/record/audiences";
import { noon } from "./builders/record";
import { aFullRecord, bundledKit } from "./full-record";
import { aRichRecord } from "./rich-record";

/**
 * Makes every document there is, on both papers, as Word files, PDFs and a picture of each page, to be looked at:
 * `npx tsx tests/support/packs-on-paper.ts --out DIR [--only NAME]`. Needs LibreOffice and poppler's pdftoppm.
 */
const { values } = parseArgs({ options: { out: { type: "string" }, only: { type: "string" } } });
if (values.out === undefined) throw new Error("--out DIR says where to");
const out = resolve(values.out);

const size = { panelists: 4, questions: 8 } as const;
const record = aFullRecord(size);
const other = aFullRecord({ ...size, seed: 9, candidate: "王小明 نور حدّاد" });
const rich = aRichRecord();
const facts = {
  recordHash: "q1W2e3R4t5Z6u7I8o9P0a1S2d3F4g5H6j7K8l9Y0x1C",
  generatedAt: noon,
  disclosure: closedDisclosure,
  otherCandidates: [],
};
const finalists = [
  { mark: "A", record },
  { mark: "B", record: other },
];
const compared = {
  generatedAt: noon,
  disclosure: closedDisclosure,
  apart: 1,
  others: { candidates: [], panelists: [] },
  recordHashes: ["one", "two"],
};
const funnel = {
  role: record.plan.kit.title,
  period: { from: "2026-09-01", to: "2026-11-20" },
  steps: [
    { name: "Application", entered: 140, left: [{ reason: "withdrew", count: 3 }] },
    { name: "Resume screen", entered: 77, left: [] },
  ],
};

const documents = [
  ...[record, other, rich].flatMap((each, index) =>
    allDocuments(each, facts).map(({ audience, outline }, place) => ({
      name: `${audience}-${index + 1}-${place}`,
      outline,
    })),
  ),
  { name: "finalists-hr", outline: comparisonOutline(finalists, "hrFile", compared) },
  { name: "finalists-manager", outline: comparisonOutline(finalists, "hiringManager", compared) },
  { name: "funnel", outline: funnelOutline(funnel, noon) },
  { name: "kit", outline: kitDocumentOutline(bundledKit(), noon) },
];

/** Letter goes with a company that set everything: a logo, an address, a colour and a font of its own. */
const templates: readonly CompanyTemplate[] = [
  plainTemplate,
  {
    ...plainTemplate,
    paper: "letter",
    name: "Meridian Partners, Inc.",
    address: "1200 Harbor Way, Suite 400, Oakland, CA 94607",
    accent: "7A2E3B",
    font: "Arial",
    logo: {
      kind: "png",
      base64: readFileSync(join(projectRoot, "tests/support/logo.png")).toString("base64"),
      width: 480,
      height: 120,
    },
  },
];

const make = async (): Promise<void> => {
  await mkdir(out, { recursive: true });
  for (const { name, outline } of documents.filter((one) => one.name.includes(values.only ?? "")))
    for (const template of templates)
      await writeFile(join(out, `${name}-${template.paper}.docx`), await outlineToWord(outline, template));
  const made = (await readdir(out)).filter((name) => name.endsWith(".docx")).map((name) => join(out, name));
  const profile = `-env:UserInstallation=file://${join(out, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", out, ...made]);
  for (const path of made) {
    const pages = path.replace(/\.docx$/, "");
    execFileSync("pdftoppm", ["-r", "60", "-png", `${pages}.pdf`, pages]);
  }
};

void make();
