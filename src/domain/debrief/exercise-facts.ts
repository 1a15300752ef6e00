import type { ExerciseAnswer } from "../card/card";
import type { ExerciseId, PersonId } from "../ids";
import type { Exercise } from "../kit/kit";
import { exerciseById } from "../kit/lookup";
import type { LoopRecord } from "../record/record";
import { firstRevisions } from "./matrix";

/** What the assessors say of one success criterion. */
export interface CriterionTally {
  readonly text: string;
  readonly met: readonly PersonId[];
  readonly notMet: readonly PersonId[];
}

/** What one assessor wrote down of the answer to one case of a test. */
export interface KeptAnswer {
  readonly personId: PersonId;
  readonly text: string;
  readonly correct: boolean | null;
}

export interface ExerciseFacts {
  /** Criteria that somebody judged. */
  readonly criteria: readonly CriterionTally[];
  /** Cases of a test that somebody wrote an answer to, or judged. */
  readonly answers: readonly { readonly prompt: string; readonly kept: readonly KeptAnswer[] }[];
}

interface Seen {
  readonly personId: PersonId;
  readonly exercise: ExerciseAnswer;
}

const seenOf = (record: LoopRecord, exerciseId: ExerciseId): readonly Seen[] => {
  const slots = new Set(
    record.plan.slots.filter((slot) => slot.exerciseId === exerciseId).map(({ slotId }) => slotId),
  );
  return firstRevisions(record).flatMap(({ slotId, personId, card: { exercise } }) =>
    slots.has(slotId) && exercise !== null ? [{ personId, exercise }] : [],
  );
};

const criteriaOf = ({ successCriteria }: Exercise, seen: readonly Seen[]): readonly CriterionTally[] =>
  successCriteria
    .map((text, criterion) => {
      const by = (met: boolean) =>
        seen
          .filter(({ exercise }) =>
            exercise.criteria.some((mark) => mark.criterion === criterion && mark.met === met),
          )
          .map(({ personId }) => personId);
      return { text, met: by(true), notMet: by(false) };
    })
    .filter(({ met, notMet }) => met.length + notMet.length > 0);

const answersOf = ({ items }: Exercise, seen: readonly Seen[]): ExerciseFacts["answers"] =>
  items
    .map(({ id, prompt }) => ({
      prompt,
      kept: seen.flatMap(({ personId, exercise }) =>
        exercise.testAnswers
          .filter(({ itemId, text, correct }) => itemId === id && (text !== "" || correct !== null))
          .map(({ text, correct }) => ({ personId, text, correct })),
      ),
    }))
    .filter(({ kept }) => kept.length > 0);

/** Facts the assessors of an exercise wrote down beside their ratings, by those whose cards count. */
export const exerciseFacts = (record: LoopRecord, exerciseId: ExerciseId): ExerciseFacts => {
  const exercise = exerciseById(record.kit, exerciseId);
  const seen = seenOf(record, exerciseId);
  return { criteria: criteriaOf(exercise, seen), answers: answersOf(exercise, seen) };
};
