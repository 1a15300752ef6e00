/** One line of the page, with everything the readers ask about it worked out once. */
export interface Line {
  /** Counted from 1, as an editor shows it. */
  readonly number: number;
  /** The line exactly as it came, without its line end. */
  readonly raw: string;
  /** Visible text: one space for any run of white space, no invisible characters, trimmed. */
  readonly text: string;
  /** `text` without its bullet, number or hash signs. */
  readonly body: string;
  readonly marker: Marker | null;
  /** Columns of white space before the text; a tab counts as four. */
  readonly indent: number;
  /** Whether a blank line (or the start of the page) stands before it. */
  readonly afterBlank: boolean;
  /** Without a letter or digit: a rule, a lone bullet, a dash for "nothing". */
  readonly symbolsOnly: boolean;
}

export type Marker = "bullet" | "number";

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
const gaps = /[\s\p{Cc}]+/gu;
const meaningful = /[\p{L}\p{N}]/u;

/* Marks that are only ever bullets may touch the text; those that are also signs or letters need a space. */
const bullet = /^(?:[•●○◦▪▫■□‣⁃∙➢➤✓✔\uf0a7\uf0b7] ?|[-*+–—·→] )(?=\S)/u;
const loneBullet = /^[•●○◦▪▫■□‣⁃∙➢➤✓✔\uf0a7\uf0b7*·-]$/u;
const wordBullet = /^\s*o\t/;
const hashes = /^#{1,6} (?=\S)/;
const numberMark = /^(?:\(?\d{1,3}[.)]|[a-zA-Z]\)) (?=\S)/;

/** The lines of a text; `\r\n`, `\n`, `\r` and the breaks that word processors leave all count as one line end. */
export const rawLines = (text: string): readonly string[] => text.split(lineEnd);

/** The visible text of a line or of a part of one. */
export const visibleText = (raw: string): string => raw.replace(invisible, "").replace(gaps, " ").trim();

const indentOf = (raw: string): number => {
  let columns = 0;
  for (const character of raw) {
    if (character === "\t") columns += 4;
    else if (visibleText(character) === "") columns += 1;
    else break;
  }
  return columns;
};

const markerOf = (raw: string, text: string): { marker: Marker | null; body: string } => {
  if (wordBullet.test(raw)) return { marker: "bullet", body: text.slice(2) };
  const dot = bullet.exec(text);
  if (dot !== null) return { marker: "bullet", body: text.slice(dot[0].length) };
  const digit = numberMark.exec(text);
  if (digit !== null) return { marker: "number", body: text.slice(digit[0].length) };
  return { marker: null, body: text.replace(hashes, "") };
};

interface Before {
  readonly blank: boolean;
  readonly loneBullet: boolean;
}

const toLine = (raw: string, number: number, before: Before): Line => {
  const text = visibleText(raw);
  const { marker, body } = markerOf(raw, text);
  return {
    number,
    raw,
    text,
    body,
    marker: marker ?? (before.loneBullet ? "bullet" : null),
    indent: indentOf(raw),
    afterBlank: before.blank,
    symbolsOnly: !meaningful.test(text),
  };
};

/**
 * The lines of a page that hold anything, in order. A bullet alone on its line marks the next line.
 * Blank lines are left out and remembered in `afterBlank`.
 */
export const splitLines = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let before: Before = { blank: true, loneBullet: false };
  for (const [index, raw] of rawLines(text).entries()) {
    if (raw.trim() === "") {
      before = { ...before, blank: true };
      continue;
    }
    const line = toLine(raw, index + 1, before);
    lines.push(line);
    before = { blank: false, loneBullet: loneBullet.test(line.text) };
  }
  return lines;
};

/** Whether `line` stands directly below `earlier`. */
export const isBelow = (earlier: Line, line: Line): boolean => line.number === earlier.number + 1;

/** Whether a text ends as a sentence does, so that the next line begins something new. */
export const endsSentence = (text: string): boolean => /[.!?:;…]["')\]”’]?$/u.test(text);

/** Whether a text starts in lower case, as the rest of a wrapped line does. */
export const startsLower = (text: string): boolean => /^\p{Ll}/u.test(text);

const headingLimit = 60;

/** Whether a line has the look of a heading: short, no bullet, no end of sentence, not in the middle of one. */
export const looksLikeHeading = (line: Line): boolean =>
  line.marker === null &&
  line.text.length <= headingLimit &&
  !endsSentence(line.text) &&
  !startsLower(line.text);

const wrapWidth = 60;

/** Whether a text is long enough to have been broken at the margin. */
export const isLong = (text: string): boolean => text.length > wrapWidth;

/** Whether blank lines part the paragraphs of a text, so that lines without one between them are one paragraph. */
export const isSpaced = (lines: readonly Line[]): boolean =>
  lines.filter((line) => line.afterBlank).length * 3 > lines.length;
