import { type Block, cell, type Outline, paragraph } from "../outline";
import { audienceWords } from "../outlines/audience-words";
import { dateWords } from "../outlines/wording";
import { type ManifestEntry, manifestName } from "./manifest";

/** The document that lists the packs of a folder. */
export const indexOutline = (files: readonly ManifestEntry[], madeAt: string): Outline => {
  const table: Block = {
    kind: "table",
    caption: "Packs in this folder",
    columns: [
      { title: "Candidate", share: 24 },
      { title: "Role", share: 22 },
      { title: "Decided", share: 18 },
      { title: "Pack", share: 20 },
      { title: "SHA-256", share: 16 },
    ],
    rows: files.map(({ candidate, role, decidedAt, audience, sha256: hash }) => [
      cell(candidate),
      cell(role),
      cell(decidedAt === null ? "no decision" : dateWords(decidedAt)),
      cell(audienceWords[audience].title),
      cell(hash.slice(0, 16)),
    ]),
  };
  return {
    title: "Index of packs",
    subject: "Index of packs",
    language: "en-GB",
    classification: "Confidential: HR only",
    recordHash: "",
    madeAt,
    cover: [],
    body: [
      { kind: "heading", level: 1, text: "Index of packs" },
      paragraph("small", `${files.length} packs; ${manifestName} has every file's whole SHA-256.`),
      table,
    ],
  };
};
