import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import { type CompanyTemplate, plainTemplate } from "../../domain/company/company-template";
import type { Density, Outline } from "../outline";
import { renderBlock } from "./blocks";
import { logoSize } from "./logo";
import { look } from "./look";
import { type PageLook, pageLook } from "./page";
import { pageNumbersOf } from "./page-numbers";
import { outlinePages } from "./pages/outline-pages";
import { coreProperties, withoutFileTimes } from "./stable-bytes";
import { packNumbering, packStyles } from "./styles";
import { tableStyles } from "./table-style";
import { wordText } from "./text-hygiene";

const densityOf = ({ density }: Outline): Density => density ?? "normal";

const runningLine = (children: readonly TextRun[], { textWidth }: PageLook): Paragraph =>
  new Paragraph({
    style: "Small",
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    alignment: AlignmentType.LEFT,
    children,
  });

/** A header is one line beside the classification: longer titles stand whole on the first page. */
const longestHeader = 80;

const headerTitle = (title: string): string => {
  const letters = [...wordText(title)];
  return letters.length > longestHeader
    ? `${letters.slice(0, longestHeader - 1).join("")}…`
    : letters.join("");
};

const headerOf = (outline: Outline, page: PageLook): Header =>
  new Header({
    children: [
      runningLine(
        [
          new TextRun({ text: headerTitle(outline.title) }),
          new TextRun({ text: `\t${wordText(outline.classification)}`, bold: true, color: look.ink }),
        ],
        page,
      ),
    ],
  });

const pageLine = (outline: Outline, page: PageLook): Paragraph =>
  runningLine(
    [
      new TextRun({ text: outline.recordHash === "" ? "" : `Record ${wordText(outline.recordHash)}` }),
      new TextRun({ children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
    ],
    page,
  );

const letterFoot = ({ name, address }: CompanyTemplate): readonly Paragraph[] => {
  const lines = [name, ...address.split("\n")].map((line) => line.trim()).filter((line) => line !== "");
  return lines.length === 0
    ? []
    : [new Paragraph({ style: "Small", children: [new TextRun({ text: wordText(lines.join(" · ")) })] })];
};

const bytesOfBase64 = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const logoOf = ({ logo, name }: CompanyTemplate): readonly Paragraph[] => {
  if (logo === null) return [];
  const alternative = name === "" ? "Logo" : `Logo of ${wordText(name)}`;
  return [
    new Paragraph({
      children: [
        new ImageRun({
          type: logo.kind,
          data: bytesOfBase64(logo.base64),
          transformation: logoSize(logo),
          altText: { name: "Logo", title: alternative, description: alternative },
        }),
      ],
    }),
  ];
};

const sectionOf = (outline: Outline, template: CompanyTemplate): ISectionOptions => {
  const page = pageLook(template, densityOf(outline));
  const { width, height, margin, runningLine: running } = page;
  const isLetter = outline.cover.length > 0;
  return {
    properties: {
      titlePage: isLetter,
      page: {
        size: { width, height },
        margin: {
          top: margin,
          bottom: margin,
          left: margin,
          right: margin,
          header: running,
          footer: running,
        },
      },
    },
    headers: { default: headerOf(outline, page), ...(isLetter ? { first: headerOf(outline, page) } : {}) },
    footers: {
      default: new Footer({ children: [pageLine(outline, page)] }),
      ...(isLetter
        ? { first: new Footer({ children: [...letterFoot(template), pageLine(outline, page)] }) }
        : {}),
    },
    children: [
      ...(isLetter ? logoOf(template) : []),
      ...[...outline.cover, ...outline.body].flatMap((block) => renderBlock(block, page)),
    ],
  };
};

const documentOf = (outline: Outline, template: CompanyTemplate): Document =>
  new Document({
    title: wordText(outline.title),
    subject: wordText(outline.subject),
    creator: "Panelbook",
    lastModifiedBy: "Panelbook",
    description: "",
    styles: packStyles(outline.language, template, densityOf(outline)),
    externalStyles: tableStyles,
    numbering: packNumbering,
    pageNumbers: pageNumbersOf(outlinePages(outline, template)),
    customProperties: (outline.properties ?? []).map(({ name, value }) => ({ name, value: wordText(value) })),
    sections: [sectionOf(outline, template)],
  });

/**
 * The bytes of a .docx file. Takes half a second for a pack of 60 pages, so call it in a worker.
 * An outline with `madeAt` and without anchors gives the same bytes each time; of others compare records, not files.
 */
export const outlineToWord = async (
  outline: Outline,
  template: CompanyTemplate = plainTemplate,
): Promise<Uint8Array> => {
  const { madeAt } = outline;
  const dated = madeAt === undefined ? [] : [coreProperties(outline, madeAt)];
  const bytes = new Uint8Array(await Packer.toArrayBuffer(documentOf(outline, template), undefined, dated));
  return madeAt === undefined ? bytes : withoutFileTimes(bytes);
};
