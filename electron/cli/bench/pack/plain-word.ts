import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { estimatePageNumbers } from "docx/layout";
import type { Block, Outline } from "../../../../src/documents/outline";

const cellOf = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });

const wordsOf = (runs: readonly { readonly text: string }[]): string => runs.map((run) => run.text).join("");

/** The same words in docx's own paragraphs and tables, without a style, a link or a header of ours. */
const plainBlock = (block: Block): readonly (Paragraph | Table)[] => {
  switch (block.kind) {
    case "heading":
      return [new Paragraph(block.text)];
    case "paragraph":
      return [new Paragraph(wordsOf(block.runs))];
    case "list":
      return block.items.map((item) => new Paragraph(wordsOf(item)));
    case "contents":
    case "writingLines":
      return [];
    case "facts":
      return [new Table({ rows: block.rows.map((row) => new TableRow({ children: row.map(cellOf) })) })];
    case "chart":
      return [
        new Table({
          rows: block.chart.rows.map(
            ({ label, words }) => new TableRow({ children: [label, words].map(cellOf) }),
          ),
        }),
      ];
    case "table":
      return [
        new Table({
          rows: block.rows.map(
            (row) => new TableRow({ children: row.map((cell) => cellOf(wordsOf(cell.runs))) }),
          ),
        }),
      ];
  }
};

/** docx alone, asked for the same words and for its own page numbers. */
export const plainWord = async (outline: Outline): Promise<void> => {
  const children = [...outline.cover, ...outline.body].flatMap(plainBlock);
  await Packer.toArrayBuffer(new Document({ pageNumbers: estimatePageNumbers, sections: [{ children }] }));
};
