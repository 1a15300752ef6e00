import { safeFileName, utf8Length } from "../../domain/file-name";

/** Of a name with the mark that tells it from others; with the ending it stays within what a file system takes. */
const longestStem = 190;

/** The names of a folder, compared as a disk does that makes no difference between small and capital letters. */
const keyOf = (name: string): string => name.normalize("NFC").toLowerCase();

/** A set of taken names for `freeName`. */
export const takenNames = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(keyOf));

const marked = (wish: string, mark: string): string => {
  const characters = [...wish.toWellFormed()];
  while (utf8Length(`${characters.join("")} ${mark}`) > longestStem) characters.pop();
  return safeFileName(`${characters.join("")} ${mark}.docx`);
};

/**
 * The file name of a document that nothing in its folder has: the wish, the wish with the given mark, then with a number as
 * well. `taken` is made by `takenNames`.
 */
export const freeName = (wish: string, mark: string, taken: ReadonlySet<string>): string => {
  const isFree = (name: string): boolean => !taken.has(keyOf(name));
  const plain = safeFileName(`${wish}.docx`);
  if (isFree(plain)) return plain;
  for (let number = 1; ; number += 1) {
    const name = marked(wish, number === 1 ? mark : `${mark}-${number}`);
    if (isFree(name)) return name;
  }
};
