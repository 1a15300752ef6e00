import {
  AlignmentType,
  Paragraph,
  ShadingType,
  type Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Block, CellTone, TableCell as OutlineCell, TableColumn } from "../outline";
import { renderInlines } from "./inlines";
import { look } from "./look";
import type { PageLook } from "./page";
import { DescribedTable } from "./table-style";
import { wordText } from "./text-hygiene";

type TableBlock = Extract<Block, { kind: "table" }>;
type FactsBlock = Extract<Block, { kind: "facts" }>;

const alignment = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const shading = (tone: CellTone | undefined) =>
  tone === "attention"
    ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: look.attentionFill } }
    : {};

/** Shares of the page's text width, in twentieths of a point; the last column takes what rounding leaves. */
export const columnWidths = (
  columns: readonly Pick<TableColumn, "share">[],
  total: number,
): readonly number[] => {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((column.share / shares) * total));
  const rest = total - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
};

const headerRow = (
  columns: readonly TableColumn[],
  widths: readonly number[],
  headerFill: string,
): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.BOTTOM,
          shading: { type: ShadingType.CLEAR, color: "auto", fill: headerFill },
          children: [
            new Paragraph({
              style: "TableText",
              alignment: alignment[column.align ?? "left"],
              keepNext: true,
              children: [new TextRun({ text: wordText(column.title), bold: true })],
            }),
          ],
        }),
    ),
  });

const bodyCell = (cell: OutlineCell, column: TableColumn, width: number, keepNext = false): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...shading(cell.tone),
    children: [
      new Paragraph({
        style: "TableText",
        alignment: alignment[column.align ?? "left"],
        keepNext,
        children: renderInlines(cell.runs),
      }),
    ],
  });

const bodyRow = (block: TableBlock, cells: readonly OutlineCell[], widths: readonly number[]): TableRow =>
  new TableRow({
    cantSplit: true,
    children: block.columns.map((column, index) =>
      bodyCell(cells[index] ?? { runs: [] }, column, widths[index] ?? 0),
    ),
  });

/** A table with its caption above, a header row that repeats on every page, and rows that do not split. */
export const renderTable = (
  block: TableBlock,
  { textWidth, headerFill, cellMargins }: PageLook,
): readonly (Paragraph | Table)[] => {
  const widths = columnWidths(block.columns, textWidth);
  return [
    new Paragraph({ style: "Caption", children: renderInlines([{ kind: "text", text: block.caption }]) }),
    new DescribedTable(
      {
        width: { size: textWidth, type: WidthType.DXA },
        columnWidths: [...widths],
        layout: TableLayoutType.FIXED,
        margins: cellMargins,
        rows: [
          headerRow(block.columns, widths, headerFill),
          ...block.rows.map((cells) => bodyRow(block, cells, widths)),
        ],
      },
      block.caption,
    ),
    new Paragraph({ style: "TableText", children: [] }),
  ];
};

const factColumn: TableColumn = { title: "", share: 1 };

const factRow = (
  [label, value]: readonly [string, string],
  widths: readonly number[],
  keepNext: boolean,
): TableRow => {
  const cells: readonly OutlineCell[] = [
    { runs: [{ kind: "text", text: label, bold: true }] },
    { runs: [{ kind: "text", text: value }] },
  ];
  const children = cells.map((cell, index) => bodyCell(cell, factColumn, widths[index] ?? 0, keepNext));
  return new TableRow({ cantSplit: true, children });
};

/** Label and value per row; the few rows stay on one page, with the heading before them. */
export const renderFacts = (
  block: FactsBlock,
  { textWidth, cellMargins }: PageLook,
): readonly (Paragraph | Table)[] => {
  const widths = columnWidths([{ share: 24 }, { share: 76 }], textWidth);
  return [
    new DescribedTable(
      {
        width: { size: textWidth, type: WidthType.DXA },
        columnWidths: [...widths],
        layout: TableLayoutType.FIXED,
        margins: cellMargins,
        tableLook: { firstRow: false, firstColumn: true },
        rows: block.rows.map((row, index) => factRow(row, widths, index < block.rows.length - 1)),
      },
      block.rows.map(([label]) => label).join(", "),
    ),
    new Paragraph({ style: "TableText", children: [] }),
  ];
};
