import { packOutline } from "../../../src/documents/outlines/pack";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { closedDisclosure } from "../../../src/domain/record/audiences";
import { aLargeRecord } from "../../../tests/support/records";
import { type Bench, benchRow, inTurns } from "./bench";
import { sameWord } from "./pack/same-word";

/** A pack of a large loop beside docx with the same parts and without page numbers. */
export const debriefPackBench: Bench = {
  name: "debrief-pack",
  run: async () => {
    const record = aLargeRecord();
    const facts = {
      recordHash: "b".repeat(43),
      generatedAt: "2026-11-23T12:00:00.000Z",
      disclosure: closedDisclosure,
      otherCandidates: [],
    };
    const { work, peer } = await inTurns(
      5,
      () => outlineToWord(packOutline(record, "hrFile", facts)),
      () => sameWord(packOutline(record, "hrFile", facts)),
    );
    return benchRow({
      name: "debrief-pack",
      value: work,
      against:
        "docx packing the same paragraphs, tables, links and pictures in the same styles, without page numbers, headers and footers",
      againstValue: peer,
      bound: 2,
    });
  },
};
