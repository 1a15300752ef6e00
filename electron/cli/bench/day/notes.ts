import type { Laptop } from "../../demo/laptop";

const words =
  "named the partner and the month without looking it up then said who owned the follow up and what it cost in the end".split(
    " ",
  );

/** A line of so many words; `seed` makes each another one. */
export const lineOf = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, index) => words[(index * 7 + seed) % words.length]).join(" ");

/** Writes `lines` notes of `count` words each under the question in front, and leaves the notes. */
export const writeNotes = async (
  { page }: Laptop,
  lines: number,
  count: number,
  seed: number,
): Promise<void> => {
  await page.keyboard.press("Enter");
  for (let line = 0; line < lines; line += 1) {
    await page.keyboard.insertText(lineOf(count, seed + line));
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
};
