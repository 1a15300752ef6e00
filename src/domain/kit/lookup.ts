import type { CompetencyId, ExerciseId, LevelId, QuestionId } from "../ids";
import type { Competency, Exercise, Kit, Level, LevelText, Question } from "./kit";
import type { RatingScale } from "./scale";

const known = <Item>(item: Item | undefined, what: string): Item => {
  if (item === undefined) throw new Error(`the kit has no ${what}`);
  return item;
};

/** The question with this id; an unknown id is a bug, since ids are checked where data enters. */
export const questionById = (kit: Kit, id: QuestionId): Question =>
  known(
    kit.questions.find((question) => question.id === id),
    `question ${id}`,
  );

/** The exercise with this id; an unknown id is a bug. */
export const exerciseById = (kit: Kit, id: ExerciseId): Exercise =>
  known(
    kit.exercises.find((exercise) => exercise.id === id),
    `exercise ${id}`,
  );

/** The competency with this id; an unknown id is a bug. */
export const competencyById = (kit: Kit, id: CompetencyId): Competency =>
  known(
    kit.competencies.find((competency) => competency.id === id),
    `competency ${id}`,
  );

/** The level with this id; an unknown id is a bug. */
export const levelById = (kit: Kit, id: LevelId): Level =>
  known(
    kit.levels.find((level) => level.id === id),
    `level ${id}`,
  );

/** What a competency asks for at a level; empty texts where the kit says nothing. */
export const levelTextOf = (competency: Competency, levelId: LevelId): LevelText =>
  competency.levels.find((text) => text.levelId === levelId) ?? {
    levelId,
    requirement: "",
    expectation: "",
  };

/** The questions meant for a level: those marked with it, and those marked with none. */
export const questionsAtLevel = (kit: Kit, levelId: LevelId): readonly Question[] =>
  kit.questions.filter((question) => question.levelIds.length === 0 || question.levelIds.includes(levelId));

/** The name of what a question asks about: its competency or its attitude. */
export const questionTopic = (kit: Kit, question: Question): string => {
  const { target } = question;
  if (target.kind === "competency") return competencyById(kit, target.competencyId).name;
  return known(
    kit.attitudes.find((attitude) => attitude.id === target.attitudeId),
    `attitude ${target.attitudeId}`,
  ).name;
};

/** The exercise scale with the exercise's own anchors, matched by label. */
export const exerciseScaleOf = (kit: Kit, exercise: Exercise): RatingScale =>
  kit.exerciseScale.map((point) => ({
    ...point,
    anchor: exercise.anchors.find((anchor) => anchor.label === point.label)?.text ?? point.anchor,
  }));
