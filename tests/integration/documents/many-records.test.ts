import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { Outline } from "../../../src/documents/outline";
import { comparisonOutline } from "../../../src/documents/outlines/finalists-pack";
import { funnelOutline } from "../../../src/documents/outlines/funnel-pack";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { closedDisclosure } from "../../../src/domain/record/audiences";
import { noon } from "../../support/builders/record";
import { aDecidedRecord } from "../../support/records";
import { invalidParts } from "../../support/word-files";

const record = aDecidedRecord();

const documents: readonly (readonly [string, Outline, string])[] = [
  [
    "the finalists of a role",
    comparisonOutline(
      [
        { mark: "A", record },
        { mark: "B", record },
      ],
      "hrFile",
      {
        generatedAt: noon,
        disclosure: closedDisclosure,
        apart: 0,
        others: { candidates: [], panelists: [] },
        recordHashes: ["one", "two"],
      },
    ),
    "Who is who",
  ],
  [
    "a funnel",
    funnelOutline(
      {
        role: "Lab Technician",
        period: { from: "2026-09-01", to: "2026-11-20" },
        steps: [{ name: "Application", entered: 2, left: [{ reason: "withdrew", count: 1 }] }],
      },
      noon,
    ),
    "1 × withdrew",
  ],
];

describe("documents of more than one record", () => {
  it.each(documents)(
    "%s is a valid Word file and reads back",
    async (_, outline, words) => {
      const bytes = await outlineToWord(outline);
      expect(await invalidParts(bytes, "Office2016")).toEqual([]);
      expect(await invalidParts(bytes, "Microsoft365")).toEqual([]);
      expect((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value).toContain(words);
    },
    60_000,
  );
});
