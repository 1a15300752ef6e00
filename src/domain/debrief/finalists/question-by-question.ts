import type { Answer, Evidence, Note } from "../../card/card";
import type { Hash } from "../../ids";
import type { Exercise, Indicator, Kit, Question } from "../../kit/kit";
import { exerciseScaleOf, questionTopic } from "../../kit/lookup";
import type { RatingScale } from "../../kit/scale";
import { slotById } from "../../loop/plan";
import type { RecordCard } from "../../record/record";
import { redactorOf } from "../../record/redaction";
import { firstRevisions } from "../matrix";
import type { Finalist, Finalists } from "./finalists";

/** What one panelist heard from one finalist; not said who the panelist is, which would often tell who the finalist is. */
export interface HeardAnswer extends Pick<Evidence, "rating" | "ticks" | "notes"> {
  readonly envelopeHash: Hash;
  /** Null for an exercise. */
  readonly state: Answer["state"] | null;
  readonly independent: boolean;
  /** The same number for the same panelist's answers on one finalist to one item, from 0; says nothing else of them. */
  readonly rater: number;
}

/** One question or exercise, with what every finalist said or did. */
export interface ComparedItem {
  readonly kind: "question" | "exercise";
  readonly id: string;
  /** The competency or attitude it asks about; the title of an exercise. */
  readonly topic: string;
  readonly prompt: string;
  readonly signs: readonly Indicator[];
  readonly scale: RatingScale;
  /** One list per finalist, in their order; empty where no card of their loop speaks of it. */
  readonly heard: readonly (readonly HeardAnswer[])[];
}

/** Replaces the names of everybody involved in what was written down. */
type Mask = (text: string) => string;

/** Who is not compared and may be named in a note all the same. */
export interface OtherNames {
  readonly candidates: readonly string[];
  readonly panelists: readonly string[];
}

/** The names of everybody this laptop knows besides the finalists: its candidates, and who is in the loops left out. */
export const otherNames = (candidates: readonly string[], apart: Finalists["apart"]): OtherNames => ({
  candidates: [...candidates, ...apart.map(({ record }) => record.plan.candidate.name)],
  panelists: apart.flatMap(({ record }) => record.persons.map(({ name }) => name)),
});

/**
 * Candidates are masked without their marks: a family name that two of them share would be given to the wrong one. Panelists
 * go too, since who sat in a loop tells whose it was.
 */
const maskOf = (finalists: readonly Finalist[], others: OtherNames): Mask => {
  const own = finalists.map(({ record }) => record.plan.candidate.name);
  const candidates = new Set([...own, ...others.candidates]);
  const persons = finalists.flatMap(({ record }) => record.persons.map(({ name }) => name));
  const panelists = new Set([...persons, ...others.panelists]);
  const redact = redactorOf(
    [
      ...[...candidates].map((name) => ({
        name,
        instead: "[a candidate]",
        why: "otherCandidate" as const,
      })),
      ...[...panelists].map((name) => ({ name, instead: "[a panelist]", why: "panelist" as const })),
    ],
    "",
  );
  return (text) => redact(text).text;
};

type FoundIn = (
  card: RecordCard,
  finalist: Finalist,
) => (Evidence & { state: Answer["state"] | null }) | null;

const byHash = (one: Pick<HeardAnswer, "envelopeHash">, other: Pick<HeardAnswer, "envelopeHash">): number =>
  one.envelopeHash < other.envelopeHash ? -1 : 1;

const heardFrom = (finalist: Finalist, found: FoundIn, mask: Mask): readonly HeardAnswer[] =>
  firstRevisions(finalist.record)
    .flatMap((card) => {
      const answer = found(card, finalist);
      if (answer === null) return [];
      const { rating, ticks, state } = answer;
      const notes: Note[] = answer.notes.map((note) => ({ ...note, text: mask(note.text) }));
      const { envelopeHash, independent, personId } = card;
      return [{ personId, envelopeHash, independent, state, rating, ticks, notes }];
    })
    .toSorted(byHash)
    .map(({ personId, ...heard }, _, all) => ({
      ...heard,
      rater: [...new Set(all.map((one) => one.personId))].indexOf(personId),
    }));

const inQuestion =
  ({ id }: Question): FoundIn =>
  ({ card }) =>
    card.answers.find(({ questionId }) => questionId === id) ?? null;

const inExercise =
  ({ id }: Exercise): FoundIn =>
  ({ card, slotId }, { record }) =>
    card.exercise === null || slotById(record.plan, slotId).exerciseId !== id
      ? null
      : { ...card.exercise, state: null };

/**
 * Every question and exercise that a card of some finalist speaks of, in the order of the role kit, with what was heard from each
 * finalist in first revisions and without anybody's name. No mean, no total, no order of people: it is read, and the panel judges.
 */
export const questionByQuestion = (
  kit: Kit,
  finalists: readonly Finalist[],
  others: OtherNames,
): readonly ComparedItem[] => {
  const mask = maskOf(finalists, others);
  const heardBy = (found: FoundIn) => finalists.map((finalist) => heardFrom(finalist, found, mask));
  const questions = kit.questions.map((question) => ({
    kind: "question" as const,
    id: question.id,
    topic: questionTopic(kit, question),
    prompt: question.prompt,
    signs: [...question.positive, ...question.negative],
    scale: kit.questionScale,
    heard: heardBy(inQuestion(question)),
  }));
  const exercises = kit.exercises.map((exercise) => ({
    kind: "exercise" as const,
    id: exercise.id,
    topic: exercise.title,
    prompt: exercise.prompt,
    signs: [...exercise.positive, ...exercise.negative],
    scale: exerciseScaleOf(kit, exercise),
    heard: heardBy(inExercise(exercise)),
  }));
  return [...questions, ...exercises].filter(({ heard }) => heard.some((answers) => answers.length > 0));
};
