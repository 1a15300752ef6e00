import type { LevelId } from "../../domain/ids";
import type { Announced, Kit, Level, Question } from "../../domain/kit/kit";
import { questionsAtLevel } from "../../domain/kit/lookup";
import { words } from "./words";

export type QuestionKind = Question["target"]["kind"];

/** The questions of one kind that are meant for a level, in the kit's order. */
export const questionsShown = (kit: Kit, kind: QuestionKind, levelId: LevelId): readonly Question[] =>
  questionsAtLevel(kit, levelId).filter((question) => question.target.kind === kind);

/** The names of the levels for which the kit has questions of a kind, in order of seniority. */
export const levelsWithQuestions = (kit: Kit, kind: QuestionKind): readonly string[] =>
  kit.levels.filter((level) => questionsShown(kit, kind, level.id).length > 0).map((level) => level.name);

/** Why there is no question to show. */
export const emptySentence = (kit: Kit, kind: QuestionKind, level: Level): string => {
  const elsewhere = levelsWithQuestions(kit, kind);
  return elsewhere.length === 0 ? words.noQuestions : words.noneAtLevel(level.name, elsewhere);
};

/** "16 announced, 1 in the kit" where the source promised more than the kit has; else null. */
export const shortfall = (announced: number | null, present: number): string | null =>
  announced !== null && announced > present ? words.announced(announced, present) : null;

/** How many the source announced of a kind of question. */
export const announcedOf = (announced: Announced, kind: QuestionKind): number | null =>
  kind === "competency" ? announced.competencyQuestions : announced.attitudeQuestions;

/** The place after a step through `count` items, staying at the ends; 0 where there are none. */
export const stepWithin = (at: number, step: number, count: number): number =>
  Math.max(0, Math.min(at + step, count - 1));

/** The names of the levels a question is limited to; empty where it is for all. */
export const limitedTo = (kit: Kit, question: Question): readonly string[] =>
  kit.levels.filter((level) => question.levelIds.includes(level.id)).map((level) => level.name);

/** The level asked for, or the first where the kit has no such level. */
export const chosenLevel = (kit: Kit, asked: string | null): Level => {
  const level = kit.levels.find((known) => known.id === asked) ?? kit.levels[0];
  if (level === undefined) throw new Error("a kit has at least one level");
  return level;
};
