import { outlineToWord } from "../../../src/documents/word/word-document";
import { type Bench, benchRow, inTurns } from "./bench";
import { hrOutline, hrRecord } from "./pack/hr-file";
import { plainWord } from "./pack/plain-word";

/** How often each is made; a pack of this size takes seconds. */
const rounds = 3;

/** The HR file of twelve panelists and 28 questions, about 60 pages, beside docx with the same words and its own page numbers. */
export const hrFileBench: Bench = {
  name: "hr-file-60-pages",
  run: async () => {
    const record = hrRecord();
    const { work, peer } = await inTurns(
      rounds,
      () => outlineToWord(hrOutline(record)),
      () => plainWord(hrOutline(record)),
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
