import { outlineToWord } from "../../../src/documents/word/word-document";
import { type Bench, benchRow, inTurns } from "./bench";
import { hrOutline, hrRecord } from "./pack/hr-file";
import { sameWord } from "./pack/same-word";

/** How often each is made; a pack of this size takes seconds. */
const rounds = 3;

/** The HR file of twelve panelists and 28 questions, about 60 pages, beside docx with the same parts and without page numbers. */
export const hrFileBench: Bench = {
  name: "hr-file-60-pages",
  run: async () => {
    const record = hrRecord();
    const { work, peer } = await inTurns(
      rounds,
      () => outlineToWord(hrOutline(record)),
      () => sameWord(hrOutline(record)),
    );
    return benchRow({
      name: "hr-file-60-pages",
      value: work,
      against:
        "docx packing the same paragraphs, tables, links and pictures in the same styles, without page numbers, headers and footers",
      againstValue: peer,
      bound: 1.5,
    });
  },
};
