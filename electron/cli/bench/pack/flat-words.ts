import type { Block, Outline } from "../../../../src/documents/outline";

/** A document's words in the forms that every maker of Word files knows. */
export type FlatBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

const wordsOf = (runs: readonly { readonly text: string }[]): string => runs.map((run) => run.text).join("");

const paragraph = (text: string): FlatBlock => ({ kind: "paragraph", text });

const flatBlock = (block: Block): readonly FlatBlock[] => {
  switch (block.kind) {
    case "heading":
      return [{ kind: "heading", level: block.level, text: block.text }];
    case "paragraph":
      return [paragraph(wordsOf(block.runs))];
    case "list":
      return block.items.map((item) => paragraph(wordsOf(item)));
    case "contents":
    case "writingLines":
      return [];
    case "facts":
      return [{ kind: "table", rows: block.rows }];
    case "chart":
      return [{ kind: "table", rows: block.chart.rows.map(({ label, words }) => [label, words]) }];
    case "table":
      return [
        {
          kind: "table",
          rows: [
            block.columns.map(({ title }) => title),
            ...block.rows.map((row) => row.map((cell) => wordsOf(cell.runs))),
          ],
        },
      ];
  }
};

/** The same words as an outline's, without its styles, links, page numbers, headers and charts. */
export const flatWords = (outline: Outline): readonly FlatBlock[] =>
  [...outline.cover, ...outline.body].flatMap(flatBlock);
