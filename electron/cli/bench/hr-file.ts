import { packOutline } from "../../../src/documents/outlines/pack";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { closedDisclosure } from "../../../src/domain/record/audiences";
import { aFullRecord } from "../../../tests/support/full-record";
import { type Bench, benchRow, inTurns } from "./bench";
import { plainWord } from "./pack/plain-word";

const facts = {
  recordHash: "b".repeat(43),
  generatedAt: "2026-11-23T12:00:00.000Z",
  disclosure: closedDisclosure,
  otherCandidates: [],
};

/** How often each is made; a pack of this size takes seconds. */
const rounds = 3;

/** The HR file of twelve panelists and 28 questions beside docx with the same words and its own page numbers. */
export const hrFileBench: Bench = {
  name: "hr-file-60-pages",
  run: async () => {
    const record = aFullRecord({ panelists: 12, questions: 28 });
    const { work, peer } = await inTurns(
      rounds,
      () => outlineToWord(packOutline(record, "hrFile", facts)),
      () => plainWord(packOutline(record, "hrFile", facts)),
    );
    return benchRow({
      name: "hr-file-60-pages",
      value: work,
      against: "docx with the same words and page numbers",
      againstValue: peer,
      bound: 1.5,
    });
  },
};
