import { outlineToWord } from "../../../src/documents/word/word-document";
import { type Bench, benchRow, inTurns } from "./bench";
import { ensurePeers, peerName } from "./install-peers";
import { type FlatBlock, flatWords } from "./pack/flat-words";
import { wordFromHtml } from "./pack/from-html";
import { wordFromTemplate } from "./pack/from-template";
import { hrOutline, hrRecord } from "./pack/hr-file";

/** How often each is made; a pack of this size takes seconds. */
const rounds = 3;

const ours =
  "Panelbook: the HR file of about 60 pages with contents, the page numbers in it counted, styles, links, headers and footers";

const packBench = (
  name: string,
  peer: { readonly of: string; readonly how: string },
  make: (blocks: readonly FlatBlock[]) => Promise<number>,
): Bench => ({
  name,
  run: async () => {
    await ensurePeers();
    const record = hrRecord();
    const times = await inTurns(
      rounds,
      () => outlineToWord(hrOutline(record)),
      () => make(flatWords(hrOutline(record))),
    );
    return benchRow({
      name,
      value: times.work,
      against: `${await peerName(peer.of)}${peer.how}; the same words as headings, paragraphs and tables, without contents or page numbers; ${ours}`,
      againstValue: times.peer,
      bound: 1,
    });
  },
});

/** The HR file beside the same words through a template. */
export const docxTemplatesBench = packBench(
  "peer-docx-templates",
  { of: "docx-templates", how: ", one template made beforehand, no sandbox" },
  wordFromTemplate,
);

/** The HR file beside the same words as HTML. */
export const htmlToDocxBench = packBench("peer-html-to-docx", { of: "html-to-docx", how: "" }, wordFromHtml);
