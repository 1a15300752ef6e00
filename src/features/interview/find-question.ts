import type { Subject } from "./subject";

/** From here on a list is too long to be read through while somebody waits for the next question. */
export const manyQuestions = 24;

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/**
 * Where the subjects stand that are looked for, in their order: by number alone, or by words that all stand in the title or
 * in what is read out. Upper and lower case and accents make no difference; nothing looked for is everything.
 */
export const findQuestions = (
  subjects: readonly Pick<Subject, "title" | "prompt">[],
  wanted: string,
): readonly number[] => {
  const query = plain(wanted).trim();
  const places = subjects.map((_, index) => index);
  if (/^\d+$/.test(query)) return places.filter((index) => index + 1 === Number(query));
  const words = query.split(/\s+/);
  return places.filter((index) => {
    const text = plain(`${subjects[index]?.title} ${subjects[index]?.prompt}`);
    return words.every((word) => text.includes(word));
  });
};
