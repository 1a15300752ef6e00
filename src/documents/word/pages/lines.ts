import type { CompanyFont } from "../../../domain/company/company-template";
import {
  type Face,
  faceWidths,
  isIdeograph,
  isSign,
  letterWidth,
  lineHeightOf,
  signLineHeight,
} from "./letters";

/** Letters of one look; sizes in points. A line feed in the text breaks the line. */
export interface Letters {
  readonly text: string;
  readonly size: number;
  readonly face: Face;
}

const feed = 10;
const space = 32;

/** Hyphen, soft break, en and em dash: a line may end behind them. */
const breaksAfter = (code: number): boolean =>
  code === 0x2d || code === 0x2010 || code === 0x2013 || code === 0x2014 || isIdeograph(code);

/** A line that is being filled: what stands on it for good and the word that may still move to the next. */
class Filling {
  /** Of the largest letter on each line, points. */
  readonly sizes: number[] = [];
  private set = 0;
  private setSize = 0;
  private word = 0;
  private wordSize = 0;

  constructor(
    private readonly width: number,
    private readonly emptySize: number,
  ) {}

  /** The word so far stays on this line, with what follows it. */
  settle(behind: number): void {
    this.set += this.word + behind;
    this.setSize = Math.max(this.setSize, this.wordSize);
    this.word = 0;
    this.wordSize = 0;
  }

  add(width: number, size: number): void {
    if (this.set + this.word + width > this.width) {
      // A word that no line holds is broken where the line ends.
      if (this.set === 0) this.settle(0);
      this.sizes.push(this.setSize || this.emptySize);
      this.set = 0;
      this.setSize = 0;
    }
    this.word += width;
    this.wordSize = Math.max(this.wordSize, size);
  }

  end(): void {
    this.settle(0);
    this.sizes.push(this.setSize || this.emptySize);
    this.set = 0;
    this.setSize = 0;
  }
}

const fill = (line: Filling, { text, size, face }: Letters, font: CompanyFont): void => {
  const widths = faceWidths(font, face);
  const signSize = size * Math.max(1, signLineHeight / lineHeightOf(font));
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const width = (letterWidth(widths, code) * size) / 1000;
    if (code === feed) line.end();
    else if (code === space) line.settle(width);
    else {
      line.add(width, isSign(code) ? signSize : size);
      if (breaksAfter(code)) line.settle(0);
    }
  }
};

/**
 * The largest letter of each line, points, of a paragraph that is `width` points wide: words go where they fit, spaces at
 * the end of a line take no room. A paragraph without letters has one line of `emptySize`.
 */
export const linesOf = (
  runs: readonly Letters[],
  width: number,
  { font, emptySize }: { readonly font: CompanyFont; readonly emptySize: number },
): readonly number[] => {
  const line = new Filling(width, emptySize);
  for (const run of runs) fill(line, run, font);
  line.end();
  return line.sizes;
};
