import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import { estimatePageNumbers } from "docx/layout";
import type { Outline } from "../outline";
import { renderBlock } from "./blocks";
import { coreProperties, withoutFileTimes } from "./stable-bytes";
import { look, packNumbering, packStyles } from "./styles";
import { wordText } from "./text-hygiene";

/** A4 in twentieths of a point, margins of 2.2 cm. */
const page = { width: 11906, height: 16838, margin: 1247 } as const;
const textWidth = page.width - 2 * page.margin;

const runningLine = (children: readonly TextRun[]): Paragraph =>
  new Paragraph({
    style: "Small",
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    alignment: AlignmentType.LEFT,
    children,
  });

const headerOf = (outline: Outline): Header =>
  new Header({
    children: [
      runningLine([
        new TextRun({ text: wordText(outline.title) }),
        new TextRun({ text: `\t${wordText(outline.classification)}`, bold: true, color: look.ink }),
      ]),
    ],
  });

const footerOf = (outline: Outline): Footer =>
  new Footer({
    children: [
      runningLine([
        new TextRun({ text: outline.recordHash === "" ? "" : `Record ${wordText(outline.recordHash)}` }),
        new TextRun({ children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
      ]),
    ],
  });

const sectionOf = (outline: Outline): ISectionOptions => ({
  properties: {
    page: {
      size: { width: page.width, height: page.height },
      margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
    },
  },
  headers: { default: headerOf(outline) },
  footers: { default: footerOf(outline) },
  children: [...outline.cover, ...outline.body].flatMap((block) => renderBlock(block, textWidth)),
});

const documentOf = (outline: Outline): Document =>
  new Document({
    title: wordText(outline.title),
    subject: wordText(outline.subject),
    creator: "Panelbook",
    lastModifiedBy: "Panelbook",
    description: "",
    styles: packStyles(outline.language),
    numbering: packNumbering,
    pageNumbers: estimatePageNumbers,
    customProperties:
      outline.recordHash === "" ? [] : [{ name: "PanelbookRecord", value: wordText(outline.recordHash) }],
    sections: [sectionOf(outline)],
  });

/**
 * The bytes of a .docx file. Takes seconds for a pack of 60 pages (page numbers are laid out), so call it in a worker.
 * An outline with `madeAt` and without anchors gives the same bytes each time; of others compare records, not files.
 */
export const outlineToWord = async (outline: Outline): Promise<Uint8Array> => {
  const { madeAt } = outline;
  const dated = madeAt === undefined ? [] : [coreProperties(outline, madeAt)];
  const bytes = new Uint8Array(await Packer.toArrayBuffer(documentOf(outline), undefined, dated));
  return madeAt === undefined ? bytes : withoutFileTimes(bytes);
};
