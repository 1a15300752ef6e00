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
import type { HeatStep } from "../charts/heat";
import type { Block, TableCell as OutlineCell, TableColumn } from "../outline";
import { renderInlines } from "./inlines";
import { look } from "./look";
import { type PageLook, tint } from "./page";
import { DescribedTable } from "./table-style";
import { wordText } from "./text-hygiene";

type TableBlock = Extract<Block, { kind: "table" }>;
type FactsBlock = Extract<Block, { kind: "facts" }>;

const alignment = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const filled = (fill: string) => ({ shading: { type: ShadingType.CLEAR, color: "auto", fill } });

/** The company's colour on white per step of a heat map; dark letters stay readable on the darkest for every colour. */
const heatShares: Readonly<Record<HeatStep, number>> = { 1: 0, 2: 0.1, 3: 0.22, 4: 0.38 };

const shading = ({ tone, heat }: OutlineCell, accent: string) => {
  if (heat !== undefined) return filled(tint(accent, heatShares[heat]));
  return tone === "attention" ? filled(look.attentionFill) : {};
};

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

/** What cells of a row have in common. */
interface RowLook {
  readonly accent: string;
  readonly keepNext: boolean;
}

const bodyCell = (cell: OutlineCell, column: TableColumn, width: number, row: RowLook): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...shading(cell, row.accent),
    children: [
      new Paragraph({
        style: "TableText",
        alignment: alignment[column.align ?? "left"],
        keepNext: row.keepNext,
        children: renderInlines(cell.runs),
      }),
    ],
  });

const bodyRow = (
  block: TableBlock,
  cells: readonly OutlineCell[],
  widths: readonly number[],
  row: RowLook,
): TableRow =>
  new TableRow({
    cantSplit: true,
    children: block.columns.map((column, index) =>
      bodyCell(cells[index] ?? { runs: [] }, column, widths[index] ?? 0, row),
    ),
  });

/** A table with its caption above, a header row that repeats on every page, and rows that do not split. */
export const renderTable = (
  block: TableBlock,
  { textWidth, headerFill, accent, cellMargins }: PageLook,
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
          ...block.rows.map((cells) => bodyRow(block, cells, widths, { accent, keepNext: false })),
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
  row: RowLook,
): TableRow => {
  const cells: readonly OutlineCell[] = [
    { runs: [{ kind: "text", text: label, bold: true }] },
    { runs: [{ kind: "text", text: value }] },
  ];
  const children = cells.map((cell, index) => bodyCell(cell, factColumn, widths[index] ?? 0, row));
  return new TableRow({ cantSplit: true, children });
};

/**
 * Label and value per row; the few rows stay on one page, with the heading before them and, where `keepNext` says so, with
 * the beginning of what follows.
 */
export const renderFacts = (
  block: FactsBlock,
  { textWidth, accent, cellMargins }: PageLook,
): readonly (Paragraph | Table)[] => {
  const widths = columnWidths([{ share: 24 }, { share: 76 }], textWidth);
  const keepNext = block.keepNext ?? false;
  return [
    new DescribedTable(
      {
        width: { size: textWidth, type: WidthType.DXA },
        columnWidths: [...widths],
        layout: TableLayoutType.FIXED,
        margins: cellMargins,
        tableLook: { firstRow: false, firstColumn: true },
        rows: block.rows.map((row, index) =>
          factRow(row, widths, { accent, keepNext: keepNext || index < block.rows.length - 1 }),
        ),
      },
      block.rows.map(([label]) => label).join(", "),
    ),
    new Paragraph({ style: "TableText", keepNext, children: [] }),
  ];
};
