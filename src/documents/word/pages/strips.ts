import type { CompanyFont } from "../../../domain/company/company-template";
import type { PageLook } from "../page";
import type { Strip } from "./flow";
import { lineHeightOf } from "./letters";
import { type Letters, linesOf } from "./lines";
import type { StyleMeasures } from "./style-measures";

/** What a document's blocks are measured with. */
export interface Measuring {
  readonly font: CompanyFont;
  readonly page: PageLook;
  readonly styleOf: (id: string) => StyleMeasures;
  /** Points of what is written small beside the main thing. */
  readonly besideSize: number;
}

/** Heights of a paragraph's lines, points. */
export const lineHeights = (
  runs: readonly Letters[],
  style: StyleMeasures,
  width: number,
  { font }: Measuring,
): readonly number[] =>
  linesOf(runs, width - style.indent, { font, emptySize: style.size }).map(
    (size) => style.exact ?? size * lineHeightOf(font) * style.line,
  );

/** How a paragraph departs from its style. */
export interface Placing {
  readonly newPage?: boolean;
  readonly keepNext?: boolean;
  readonly mark?: string;
}

/** A paragraph's lines: neither its first nor its last stands alone on a page, as Word sees to. */
export const paragraphStrips = (
  heights: readonly number[],
  style: StyleMeasures,
  { newPage = false, keepNext, mark }: Placing = {},
): readonly Strip[] => {
  const last = heights.length - 1;
  return heights.map((height, index) => ({
    height,
    before: index === 0 ? style.before : 0,
    after: index === last ? style.after : 0,
    keepNext:
      index === last ? (keepNext ?? style.keepNext) : style.keepLines || index === 0 || index === last - 1,
    newPage: newPage && index === 0,
    repeated: 0,
    ...(mark !== undefined && index === 0 ? { mark } : {}),
  }));
};

/** The line under each row of a table, points. */
const border = 0.5;

/** A row as high as its highest cell: `cells` gives the heights of each cell's lines. */
export const rowStrip = (
  cells: readonly (readonly number[])[],
  { page }: Measuring,
  { keepNext, repeated }: Pick<Strip, "keepNext" | "repeated">,
): Strip => ({
  height:
    Math.max(0, ...cells.map((heights) => heights.reduce((sum, height) => sum + height, 0))) +
    (page.cellMargins.top + page.cellMargins.bottom) / 20 +
    border,
  before: 0,
  after: 0,
  keepNext,
  newPage: false,
  repeated,
});
