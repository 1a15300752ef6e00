import { Bookmark, HeadingLevel, Paragraph, type Table, TableOfContents } from "docx";
import type { Block } from "../outline";
import { renderChart } from "./charts";
import { renderInlines } from "./inlines";
import type { PageLook } from "./page";
import { styleOfRole } from "./roles";
import { bulletReference, chapterGap } from "./styles";
import { renderFacts, renderTable } from "./tables";

type Rendered = readonly (Paragraph | Table | TableOfContents)[];
type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

const renderHeading = ({ level, text, anchor, newPage, apart = false }: BlockOf<"heading">): Rendered => {
  const runs = renderInlines([{ kind: "text", text }]);
  return [
    new Paragraph({
      heading: headingLevels[level],
      pageBreakBefore: newPage ?? false,
      ...(apart ? { spacing: { before: chapterGap } } : {}),
      children: anchor === undefined ? runs : [new Bookmark({ id: anchor, children: runs })],
    }),
  ];
};

const renderList = ({ items }: BlockOf<"list">): Rendered =>
  items.map(
    (item) =>
      new Paragraph({ numbering: { reference: bulletReference, level: 0 }, children: renderInlines(item) }),
  );

const renderContents = ({ title }: BlockOf<"contents">): Rendered => [
  new Paragraph({
    style: "ContentsTitle",
    pageBreakBefore: true,
    children: renderInlines([{ kind: "text", text: title }]),
  }),
  new TableOfContents(title, { hyperlink: true, headingStyleRange: "1-2" }),
];

const renderWritingLines = ({ count }: BlockOf<"writingLines">): Rendered =>
  Array.from(
    { length: count },
    (_, index) => new Paragraph({ style: "WritingLine", keepNext: index < count - 1, children: [] }),
  );

/** One function per kind of block: a kind without one does not compile. */
const renderers: {
  readonly [Kind in Block["kind"]]: (block: BlockOf<Kind>, page: PageLook) => Rendered;
} = {
  heading: renderHeading,
  paragraph: ({ role, runs }) => [new Paragraph({ style: styleOfRole[role], children: renderInlines(runs) })],
  list: renderList,
  facts: renderFacts,
  table: renderTable,
  chart: ({ chart }, page) => renderChart(chart, page),
  contents: renderContents,
  writingLines: renderWritingLines,
};

/** The Word parts of one block, for a page. */
export const renderBlock = <Kind extends Block["kind"]>(block: BlockOf<Kind>, page: PageLook): Rendered =>
  (renderers[block.kind] as (block: BlockOf<Kind>, page: PageLook) => Rendered)(block, page);
