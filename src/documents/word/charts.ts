import {
  AlignmentType,
  ImageRun,
  Paragraph,
  ShadingType,
  type Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { type AxisWords, axisWords, narrowestStep } from "../charts/axis";
import type { Chart, ChartRow } from "../charts/chart";
import { placeOnStrip, stripShapes, stripSize } from "../charts/strip";
import { renderInlines } from "./inlines";
import { look } from "./look";
import { type PageLook, tint } from "./page";
import { type Inks, stripPicture } from "./strip-picture";
import { DescribedTable } from "./table-style";
import { columnWidths } from "./tables";
import { wordText } from "./text-hygiene";

/** Shares of what a row of a chart is, of its picture and of its words. */
export const columns = [{ share: 27 }, { share: 45 }, { share: 28 }] as const;

/** Twentieths of a point in a pixel of 96 to the inch. */
const twipsPerPixel = 15;

const channels = (colour: string): readonly [number, number, number] => {
  const at = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(0), at(2), at(4)];
};

const inksOf = ({ accent }: PageLook): Inks => ({
  grid: channels(look.line),
  span: channels(tint(accent, 0.3)),
  used: channels(accent),
  dot: channels(look.ink),
});

/** The page, the widths of a chart's columns and of its strips, in twentieths of a point, and the colours. */
interface Drawing {
  readonly page: PageLook;
  readonly widths: readonly number[];
  readonly stripWidth: number;
  readonly axisText: AxisWords;
  readonly inks: Inks;
}

const cellOf = (children: readonly Paragraph[], width: number, fill?: string): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
    children: [...children],
  });

const words = (value: string, keepNext: boolean): Paragraph =>
  new Paragraph({ style: "TableText", keepNext, children: renderInlines([{ kind: "text", text: value }]) });

const heading = (value: string): Paragraph =>
  new Paragraph({
    style: "TableText",
    keepNext: true,
    children: [new TextRun({ text: wordText(value), bold: true })],
  });

/** Half points: the labels of five levels have to fit side by side. */
const axisSize = 14;

/** A letter of that size in twentieths of a point, as wide as in the widest of the common fonts. */
const letterWidth = 78;

/** The words of the axis as they fit between its ticks and into the paper beside the first and the last. */
const axisOf = ({ ticks }: Chart, stripWidth: number): AxisWords => {
  const onStrip = (share: number): number => (placeOnStrip(share) / stripSize.width) * stripWidth;
  const step = onStrip(narrowestStep(ticks)) - onStrip(0);
  return axisWords(ticks, Math.floor(Math.min(step, 2 * onStrip(0)) / letterWidth));
};

/** The lines over the axis, each label centred over its place by a tab stop there. */
const axis = ({ ticks }: Chart, { stripWidth, axisText }: Drawing): readonly Paragraph[] => {
  const tabStops = ticks.map(({ at }) => ({
    type: TabStopType.CENTER,
    position: Math.round((placeOnStrip(at) / stripSize.width) * stripWidth),
  }));
  return axisText.lines.map(
    (labels) =>
      new Paragraph({
        style: "TableText",
        keepNext: true,
        tabStops,
        children: labels.map((label) => new TextRun({ text: `\t${wordText(label)}`, size: axisSize })),
      }),
  );
};

/** Pixels of 96 to the inch. */
const pictureSize = (stripWidth: number) => {
  const width = Math.floor(stripWidth / twipsPerPixel);
  return { width, height: Math.round((width * stripSize.height) / stripSize.width) };
};

const picture = (chart: Chart, row: ChartRow, { stripWidth, inks }: Drawing): Paragraph => {
  const said = wordText(`${row.label}: ${row.words}`);
  return new Paragraph({
    style: "TableText",
    alignment: AlignmentType.LEFT,
    children: [
      new ImageRun({
        type: "png",
        data: stripPicture(stripShapes(chart.ticks, row), inks),
        transformation: pictureSize(stripWidth),
        altText: { name: wordText(chart.title), title: wordText(chart.title), description: said },
      }),
    ],
  });
};

/** Charts of at most so many rows are not split over two pages. */
const fewRows = 10;

/** The key stands with the last row; a chart of few rows stays whole with it. */
export const rowsHoldTogether = ({ rows }: Chart, index: number): boolean =>
  index === rows.length - 1 || rows.length <= fewRows;

const rowOf = (chart: Chart, row: ChartRow, index: number, drawing: Drawing): TableRow => {
  const keepNext = rowsHoldTogether(chart, index);
  const parts = [words(row.label, keepNext), picture(chart, row, drawing), words(row.words, keepNext)];
  return new TableRow({
    cantSplit: true,
    children: parts.map((part, place) => cellOf([part], drawing.widths[place] ?? 0)),
  });
};

const headerRow = (chart: Chart, drawing: Drawing): TableRow => {
  const parts = [[heading(chart.rowTitle)], axis(chart, drawing), [heading("In words")]];
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: parts.map((part, index) => cellOf(part, drawing.widths[index] ?? 0, drawing.page.headerFill)),
  });
};

const drawingOf = (chart: Chart, page: PageLook): Drawing => {
  const widths = columnWidths(columns, page.textWidth);
  const stripWidth = (widths[1] ?? 0) - page.cellMargins.left - page.cellMargins.right;
  return { page, widths, stripWidth, axisText: axisOf(chart, stripWidth), inks: inksOf(page) };
};

const keyOf = ({ key }: Chart, { legend }: AxisWords): string =>
  legend === "" ? key : `${key} On the axis: ${legend}.`;

/** What of a chart on a page decides how high it is: points, and lines over its axis. */
export const chartLayout = (chart: Chart, page: PageLook) => {
  const { axisText, stripWidth } = drawingOf(chart, page);
  return {
    axisLines: axisText.lines.length,
    axisSize: axisSize / 2,
    pictureHeight: (pictureSize(stripWidth).height * 72) / 96,
    key: keyOf(chart, axisText),
  };
};

/**
 * A chart as a table: what a row is, its picture, and the same in words. The letters are Word's own, so that names in
 * every script are shown, read aloud and found; the pictures carry the row's words as their alternative text.
 */
export const renderChart = (chart: Chart, page: PageLook): readonly (Paragraph | Table)[] => {
  const drawing = drawingOf(chart, page);
  const key = keyOf(chart, drawing.axisText);
  const line = (style: string, text: string) =>
    new Paragraph({ style, keepNext: true, children: renderInlines([{ kind: "text", text }]) });
  return [
    line("Caption", chart.says),
    new DescribedTable(
      {
        width: { size: page.textWidth, type: WidthType.DXA },
        columnWidths: [...drawing.widths],
        layout: TableLayoutType.FIXED,
        margins: page.cellMargins,
        rows: [
          headerRow(chart, drawing),
          ...chart.rows.map((row, index) => rowOf(chart, row, index, drawing)),
        ],
      },
      chart.says,
    ),
    new Paragraph({ style: "Small", children: renderInlines([{ kind: "text", text: key }]) }),
  ];
};
