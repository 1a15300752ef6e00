import { wellFormedText } from "../../sealing/canonical-json";

const split = (text: string, between: RegExp): string[] =>
  wellFormedText(text)
    .split(between)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Lines of a text that is a list, one a line; empty ones are none. */
export const textToLines = (text: string): string[] => split(text, /\r?\n/);

/** Paragraphs of a text, with an empty line between two. */
export const textToParagraphs = (text: string): string[] => split(text, /\r?\n[ \t]*\r?\n/);

export const linesToText = (lines: readonly string[]): string => lines.join("\n");
export const paragraphsToText = (paragraphs: readonly string[]): string => paragraphs.join("\n\n");
