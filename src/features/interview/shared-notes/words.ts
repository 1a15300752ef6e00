import { nameIn } from "../../../bindings/loop-names";
import type { SharedCaret } from "../../../bindings/shared-notes";
import type { PersonId } from "../../../domain/ids";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { SharedLine } from "../../../domain/loop/shared-line";

/** What shared notes are, said where they are written. */
export const sharedRule =
  "You and the others of this slot write here together: what was said and done, and never a rating or what you think of it.";

/** What others can technically read; the interview is no place to find out later. */
export const sharedReach =
  "It is no part of your sealed card: every laptop of this loop holds it, and it goes into the record as the slot’s shared notes.";

export const cutWords = (cut: number): string =>
  `${cut.toLocaleString("en")} characters did not fit and were left out. Shared notes hold 50,000.`;

type Names = Pick<LoopView, "persons">;

/** "AB" for Ana Brandt; one letter where there is one word. */
export const initialsIn = (view: Names, personId: PersonId): string => {
  const words = nameIn(view, personId).split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => [...(word ?? "")][0] ?? "").join("");
};

/** Who wrote a line, for the narrow edge beside it. */
export const edgeOf = (view: Names, { text, writers }: SharedLine): string => {
  const [first, ...others] = writers;
  if (first === undefined) return text === "" ? "" : "?";
  return initialsIn(view, first) + (others.length === 0 ? "" : "+");
};

/** Everybody who wrote, by name. */
export const writersWords = (view: Names, lines: readonly SharedLine[]): string => {
  const names = [...new Set(lines.flatMap(({ writers }) => writers))].map((one) => nameIn(view, one));
  return names.length === 0 ? "Nobody has written anything yet." : `Written by ${names.join(", ")}.`;
};

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;

/** Whose cursor stands where, in words. */
export const caretWords = (view: Names, text: string, carets: readonly SharedCaret[]): string =>
  carets
    .map(({ personId, index }) => `${nameIn(view, personId)} is in line ${lineAt(text, index)}.`)
    .join(" ");
