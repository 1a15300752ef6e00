import type { Block, Inline, ParagraphRole, TableCell } from "../../outline";
import { columns as chartColumns, chartLayout, rowsHoldTogether } from "../charts";
import { bulletSpacing, chapterGap } from "../styles";
import { columnWidths } from "../tables";
import { wordLines } from "../text-hygiene";
import type { Strip } from "./flow";
import type { Face } from "./letters";
import type { Letters } from "./lines";
import { lineHeights, type Measuring, type Placing, paragraphStrips, rowStrip } from "./strips";
import type { StyleMeasures } from "./style-measures";

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;
type Strips = readonly Strip[];

/** Style ids of paragraphs by what they are for, as the renderer gives them. */
export type StyleOfRole = Readonly<Record<ParagraphRole, string>>;

const written = (value: string): string => wordLines(value).join("\n");

const faceOf = (inline: Inline, style: StyleMeasures): Face => {
  if (inline.kind === "link") return style.face;
  if (inline.bold === true || style.face === "bold") return "bold";
  return inline.italic === true ? "italic" : style.face;
};

const lettersOf = (runs: readonly Inline[], style: StyleMeasures, { besideSize }: Measuring): Letters[] =>
  runs.map((inline) => ({
    text: inline.kind === "link" ? wordLines(inline.text).join(" ") : written(inline.text),
    size: inline.kind === "text" && inline.small === true ? besideSize : style.size,
    face: faceOf(inline, style),
  }));

const textWidth = ({ page }: Measuring): number => page.textWidth / 20;

const paragraph = (
  runs: readonly Inline[],
  style: StyleMeasures,
  measuring: Measuring,
  placing: Placing = {},
): Strips =>
  paragraphStrips(
    lineHeights(lettersOf(runs, style, measuring), style, textWidth(measuring), measuring),
    style,
    placing,
  );

const plain = (text: string): readonly Inline[] => [{ kind: "text", text }];

const boldText = (text: string): readonly Inline[] => [{ kind: "text", text, bold: true }];

/** Lines of a cell whose column is so wide, twentieths of a point. */
const cellLines = (runs: readonly Inline[], width: number, measuring: Measuring): readonly number[] => {
  const style = measuring.styleOf("TableText");
  const { left, right } = measuring.page.cellMargins;
  return lineHeights(lettersOf(runs, style, measuring), style, (width - left - right) / 20, measuring);
};

const rowOf = (
  cells: readonly (readonly Inline[])[],
  widths: readonly number[],
  measuring: Measuring,
  row: Pick<Strip, "keepNext" | "repeated">,
): Strip =>
  rowStrip(
    widths.map((width, index) => cellLines(cells[index] ?? [], width, measuring)),
    measuring,
    row,
  );

const emptyLine = (measuring: Measuring, placing: Placing = {}): Strips =>
  paragraph([], measuring.styleOf("TableText"), measuring, placing);

const tableStrips = (block: BlockOf<"table">, measuring: Measuring): Strips => {
  const widths = columnWidths(block.columns, measuring.page.textWidth);
  const titles = block.columns.map(({ title }) => boldText(title));
  const header = rowOf(titles, widths, measuring, { keepNext: true, repeated: 0 });
  const runsOf = (cells: readonly TableCell[]) => cells.map(({ runs }) => runs);
  return [
    ...paragraph(plain(block.caption), measuring.styleOf("Caption"), measuring),
    header,
    ...block.rows.map((cells) =>
      rowOf(runsOf(cells), widths, measuring, { keepNext: false, repeated: header.height }),
    ),
    ...emptyLine(measuring),
  ];
};

const factsStrips = ({ rows, keepNext = false }: BlockOf<"facts">, measuring: Measuring): Strips => {
  const widths = columnWidths([{ share: 24 }, { share: 76 }], measuring.page.textWidth);
  return [
    ...rows.map(([label, value], index) =>
      rowOf([boldText(label), plain(value)], widths, measuring, {
        keepNext: keepNext || index < rows.length - 1,
        repeated: 0,
      }),
    ),
    ...emptyLine(measuring, { keepNext }),
  ];
};

const chartStrips = ({ chart }: BlockOf<"chart">, measuring: Measuring): Strips => {
  const widths = columnWidths(chartColumns, measuring.page.textWidth);
  const { axisLines, axisSize, pictureHeight, key } = chartLayout(chart, measuring.page);
  const style = measuring.styleOf("TableText");
  const axis = lineHeights(
    [{ text: "\n".repeat(axisLines - 1), size: 0, face: "regular" }],
    { ...style, size: axisSize },
    1,
    measuring,
  );
  const words = (runs: readonly Inline[], index: number) => cellLines(runs, widths[index] ?? 0, measuring);
  const header = rowStrip(
    [words(boldText(chart.rowTitle), 0), axis, words(boldText("In words"), 2)],
    measuring,
    {
      keepNext: true,
      repeated: 0,
    },
  );
  return [
    ...paragraph(plain(chart.says), measuring.styleOf("Caption"), measuring),
    header,
    ...chart.rows.map((row, index) =>
      rowStrip([words(plain(row.label), 0), [pictureHeight], words(plain(row.words), 2)], measuring, {
        keepNext: rowsHoldTogether(chart, index),
        repeated: header.height,
      }),
    ),
    ...paragraph(plain(key), measuring.styleOf("Small"), measuring),
  ];
};

const listStrips = ({ items }: BlockOf<"list">, measuring: Measuring): Strips => {
  const style = {
    ...measuring.styleOf("Normal"),
    after: bulletSpacing.after / 20,
    indent: bulletSpacing.left / 20,
  };
  return items.flatMap((item) => paragraph(item, style, measuring));
};

/** The rule under a writing line and the room on its sides where the next line has one too, and under the last, points. */
const rule = { between: 2.5, last: 1.5 } as const;

const writingStrips = ({ count }: BlockOf<"writingLines">, measuring: Measuring): Strips => {
  const [line] = paragraph([], measuring.styleOf("WritingLine"), measuring);
  if (line === undefined) return [];
  return Array.from({ length: count }, (_, index) => ({
    ...line,
    height: line.height + (index === count - 1 ? rule.last : rule.between),
    keepNext: index < count - 1,
  }));
};

/** The blocks of one document as strips; contents are given what they list, and headings their marks. */
export interface Surroundings {
  readonly measuring: Measuring;
  readonly styleOfRole: StyleOfRole;
  /** What the contents list, in order: a heading's level and words. */
  readonly listed: readonly { readonly level: number; readonly text: string }[];
}

/** Room for the dots and the number behind a line of the contents, points. */
const numberRoom = 24;

const contentsStrips = ({ title }: BlockOf<"contents">, { measuring, listed }: Surroundings): Strips => {
  const normal = measuring.styleOf("Normal");
  const entry = { ...normal, after: 5 };
  const entries = listed.flatMap(({ level, text }) =>
    paragraph(
      plain(text.replaceAll("\n", " ")),
      { ...entry, indent: numberRoom + (level - 1) * normal.size },
      measuring,
    ),
  );
  return [
    ...paragraph(plain(title), measuring.styleOf("ContentsTitle"), measuring, { newPage: true }),
    ...entries,
    ...(entries.length > 0 ? paragraph([], normal, measuring) : []),
  ];
};

const headingStrips = (
  { level, text, newPage = false, apart = false }: BlockOf<"heading">,
  measuring: Measuring,
  mark: string | undefined,
): Strips => {
  const style = measuring.styleOf(`Heading${level}`);
  const spaced = apart ? { ...style, before: chapterGap / 20 } : style;
  return paragraph(plain(text), spaced, measuring, { newPage, ...(mark === undefined ? {} : { mark }) });
};

/** A block's strips; `mark` is what a heading's page is asked for by. */
export const blockStrips = (block: Block, around: Surroundings, mark?: string): Strips => {
  const { measuring, styleOfRole } = around;
  switch (block.kind) {
    case "heading":
      return headingStrips(block, measuring, mark);
    case "paragraph":
      return paragraph(block.runs, measuring.styleOf(styleOfRole[block.role]), measuring);
    case "list":
      return listStrips(block, measuring);
    case "facts":
      return factsStrips(block, measuring);
    case "table":
      return tableStrips(block, measuring);
    case "chart":
      return chartStrips(block, measuring);
    case "contents":
      return contentsStrips(block, around);
    case "writingLines":
      return writingStrips(block, measuring);
  }
};
