import type { Card, Evidence, QuestionState } from "../../domain/card/card";
import type { CardItem } from "../../domain/card/change-card";
import type { Exercise, Kit, Question } from "../../domain/kit/kit";
import {
  competencyById,
  exerciseById,
  exerciseScaleOf,
  levelById,
  levelTextOf,
  questionById,
  questionTopic,
} from "../../domain/kit/lookup";
import type { RatingScale } from "../../domain/kit/scale";
import type { Plan, Slot } from "../../domain/loop/plan";

/** One thing to ask about or watch in a slot, with everything the screen shows of it. */
export interface Subject {
  readonly key: string;
  readonly item: CardItem;
  readonly title: string;
  /** "Competency", "Attitude" or "Exercise". */
  readonly kindName: string;
  /** What is read out or set. */
  readonly prompt: string;
  /** What the level asks for, or an attitude's definition; empty for an exercise, whose criteria are ticked one by one. */
  readonly expected: string;
  readonly positive: Question["positive"];
  readonly negative: Question["negative"];
  readonly scale: RatingScale;
  /** Null for an exercise, which is not asked. */
  readonly state: QuestionState | null;
  readonly evidence: Evidence;
}

const expectationOf = (kit: Kit, plan: Plan, question: Question): string => {
  const { target } = question;
  if (target.kind === "attitude") {
    return kit.attitudes.find((attitude) => attitude.id === target.attitudeId)?.definition ?? "";
  }
  const level = levelTextOf(competencyById(kit, target.competencyId), plan.levelId);
  const text = level.expectation === "" ? level.requirement : level.expectation;
  return text === "" ? "" : `Expected at ${levelById(kit, plan.levelId).name}: ${text}`;
};

const questionSubject = (kit: Kit, plan: Plan, answer: Card["answers"][number]): Subject => {
  const question = questionById(kit, answer.questionId);
  return {
    key: question.id,
    item: { kind: "question", questionId: question.id },
    title: questionTopic(kit, question),
    kindName: question.target.kind === "competency" ? "Competency" : "Attitude",
    prompt: question.prompt,
    expected: expectationOf(kit, plan, question),
    positive: question.positive,
    negative: question.negative,
    scale: kit.questionScale,
    state: answer.state,
    evidence: answer,
  };
};

const exerciseSubject = (kit: Kit, exercise: Exercise, evidence: Evidence): Subject => ({
  key: exercise.id,
  item: { kind: "exercise" },
  title: exercise.title,
  kindName: "Exercise",
  prompt: [exercise.prompt, exercise.problem, exercise.title].find((text) => text !== "") ?? "",
  expected: "",
  positive: exercise.positive,
  negative: exercise.negative,
  scale: exerciseScaleOf(kit, exercise),
  state: null,
  evidence,
});

/** What a slot's card is about, in the planned order, the exercise last. */
export const subjectsOf = (kit: Kit, plan: Plan, slot: Slot, card: Card): readonly Subject[] => {
  const questions = card.answers.map((answer) => questionSubject(kit, plan, answer));
  if (card.exercise === null || slot.exerciseId === null) return questions;
  return [...questions, exerciseSubject(kit, exerciseById(kit, slot.exerciseId), card.exercise)];
};
