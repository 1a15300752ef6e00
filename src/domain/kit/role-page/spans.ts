import type { Line } from "./lines";

/** A piece of a line that means something on its own: all of it, or what follows a label. */
export interface Span {
  readonly line: Line;
  readonly text: string;
}

/** One paragraph, one list item or one name: a line, or several lines of wrapped text. */
export type Item = readonly Span[];

/** The whole visible line, bullet included: for running text. */
export const wholeOf = (line: Line): Span => ({ line, text: line.text });

/** The line without its bullet or number: for names and list items. */
export const bodyOf = (line: Line): Span => ({ line, text: line.body });

/** The words of an item without marking them as used; to compare and to measure. */
export const wordsOf = (item: Item): string => item.map((span) => span.text).join(" ");

/** The number of the line an item starts on; 0 for an empty item. */
export const lineOf = (item: Item | undefined): number => item?.[0]?.line.number ?? 0;

/** Names are the same where they differ only in case and white space. */
export const nameKey = (name: string): string => name.normalize("NFKC").toLowerCase().trim();

/** Texts are the same where they differ only in case and white space. */
export const sameText = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

/** Several items as one running text, paragraphs apart by a blank line; nothing is marked as used. */
export const joinedWords = (items: readonly Item[]): string => items.map(wordsOf).join("\n\n");
