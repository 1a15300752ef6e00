import type { Kit, Question } from "../domain/kit/kit";
import { questionTopic } from "../domain/kit/lookup";
import { csvCell } from "./ratings-csv";

const columns = [
  "role kit",
  "kind",
  "discipline",
  "topic",
  "levels",
  "round",
  "question",
  "good signs",
  "warning signs",
] as const;

const disciplineOf = (kit: Kit, { target }: Question): string => {
  if (target.kind === "attitude") return "";
  const competency = kit.competencies.find(({ id }) => id === target.competencyId);
  return kit.disciplines.find(({ id }) => id === competency?.disciplineId)?.name ?? "";
};

const signs = (list: Question["positive"]): string => list.map(({ text }) => text).join("\n");

const rowOf = (kit: Kit, question: Question): readonly string[] => [
  kit.title,
  question.target.kind,
  disciplineOf(kit, question),
  questionTopic(kit, question),
  kit.levels
    .filter(({ id }) => question.levelIds.includes(id))
    .map(({ name }) => name)
    .join("; "),
  kit.rounds.find(({ id }) => id === question.roundId)?.name ?? "",
  question.prompt,
  signs(question.positive),
  signs(question.negative),
];

const line = (row: readonly string[]): string => `${row.map(csvCell).join(",")}\r\n`;

/** The first line of a question bank, behind the byte order mark by which a spreadsheet knows UTF-8. */
export const questionBankHead = `\ufeff${line(columns)}`;

/** The lines of one kit, so that a large library needs no more than one kit at a time. */
export const questionBankLines = (kit: Kit): string =>
  kit.questions.map((question) => line(rowOf(kit, question))).join("");

/**
 * Every question of the kits as CSV (RFC 4180); signs one under the other in their cell, no level where it is meant for all.
 * What a spreadsheet would run has an apostrophe before it.
 */
export const questionBankCsv = (kits: readonly Kit[]): string =>
  `${questionBankHead}${kits.map(questionBankLines).join("")}`;
