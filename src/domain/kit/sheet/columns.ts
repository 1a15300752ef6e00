/** What a column of a sheet of questions can hold. */
export const sheetFields = [
  "prompt",
  "kind",
  "topic",
  "discipline",
  "levels",
  "round",
  "positive",
  "negative",
] as const;
export type SheetField = (typeof sheetFields)[number];

/** For each column of the sheet, from the left: what it holds, or null where it is left out. */
export type SheetColumns = readonly (SheetField | null)[];

const headings: Readonly<Record<SheetField, RegExp>> = {
  prompt: /^(question|prompt|question text|ask)s?$/,
  kind: /^(kind|type|question (kind|type))$/,
  topic: /^(topic|competency|attitude|competency or attitude|skill|about)$/,
  discipline: /^(discipline|category|area|group)$/,
  levels: /^(levels?|seniority)$/,
  round: /^(round|interview|interview round|stage)$/,
  positive: /^(good signs?|positive( indicators?)?|strong( signs?)?|look for)$/,
  negative: /^(warning signs?|negative( indicators?)?|weak( signs?)?|red flags?)$/,
};

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .trim();

/** What the headings of a sheet suggest; the first column that fits a field has it. */
export const guessColumns = (header: readonly string[]): SheetColumns => {
  const used = new Set<SheetField>();
  return header.map((heading) => {
    const field = sheetFields.find((each) => !used.has(each) && headings[each].test(plain(heading)));
    if (field === undefined) return null;
    used.add(field);
    return field;
  });
};

const rowsLookedAt = 10;

/** The row of the headings, from 0: the first that names the question's column and another; a title may stand above it. */
export const headingRow = (rows: readonly (readonly string[])[]): number => {
  const found = rows.slice(0, rowsLookedAt).findIndex((row) => {
    const fields = guessColumns(row).filter((field) => field !== null);
    return fields.length > 1 && fields.includes("prompt");
  });
  return Math.max(0, found);
};
