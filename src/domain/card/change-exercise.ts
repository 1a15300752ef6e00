import type { ExerciseRole } from "../kit/kit";
import { ok, type Result } from "../result";
import type { Card, ExerciseAnswer, RolePlay, TestAnswer } from "./card";
import type { CardRefusal } from "./change-card";

type Changed = Result<Card, CardRefusal>;

const notOnCard: Changed = { ok: false, error: { type: "notOnCard" } };

const withExercise = (card: Card, change: (exercise: ExerciseAnswer) => ExerciseAnswer): Changed =>
  card.exercise === null ? notOnCard : ok({ ...card, exercise: change(card.exercise) });

/** Says of a success criterion, by its place in the exercise, whether it was met; null takes the word back. */
export const markCriterion = (card: Card, criterion: number, met: boolean | null): Changed =>
  withExercise(card, (exercise) => {
    const others = exercise.criteria.filter((mark) => mark.criterion !== criterion);
    const criteria = met === null ? others : [...others, { criterion, met }];
    return { ...exercise, criteria: criteria.toSorted((left, right) => left.criterion - right.criterion) };
  });

/** Keeps what the candidate answered to an item of a test, or how it was judged. An answer that says nothing is none. */
export const answerTestItem = (
  card: Card,
  itemId: TestAnswer["itemId"],
  change: Partial<Pick<TestAnswer, "text" | "correct">>,
): Changed =>
  withExercise(card, (exercise) => {
    const before = exercise.testAnswers.find((answer) => answer.itemId === itemId);
    const after = { itemId, text: "", correct: null, ...before, ...change };
    const others = exercise.testAnswers.filter((answer) => answer.itemId !== itemId);
    const isEmpty = after.text === "" && after.correct === null;
    const testAnswers = isEmpty ? others : [...others, after];
    return {
      ...exercise,
      testAnswers: testAnswers.toSorted((left, right) => (left.itemId < right.itemId ? -1 : 1)),
    };
  });

const withRolePlay = (card: Card, change: (rolePlay: RolePlay) => RolePlay): Changed =>
  card.rolePlay === null ? notOnCard : ok({ ...card, rolePlay: change(card.rolePlay) });

/** A role player's sheet: a card with the role and nothing to rate. */
export const asRolePlay = (card: Card, { id, tensions }: ExerciseRole): Card => ({
  ...card,
  answers: [],
  exercise: null,
  rolePlay: { roleId: id, tensions: tensions.length, delivered: [], breaches: [] },
});

/** True for a card that says what a role player did and rates nobody: the only kind that is opened before the reveal. */
export const isRolePlaySheet = ({ rolePlay, answers, exercise, overall }: Card): boolean =>
  rolePlay !== null && answers.length === 0 && exercise === null && overall.kind === "blank";

/**
 * Ticks a scripted tension with the time on the slot's clock; ticking it again takes it back. The text goes along, since
 * assessors learn what was brought up and not what the guide says.
 */
export const tickTension = (
  card: Card,
  { tension, text }: { readonly tension: number; readonly text: string },
  atMs: number | null,
): Changed =>
  withRolePlay(card, (rolePlay) => {
    const others = rolePlay.delivered.filter((known) => known.tension !== tension);
    const wasTicked = others.length < rolePlay.delivered.length;
    return { ...rolePlay, delivered: wasTicked ? others : [...others, { tension, text, atMs }] };
  });

/** Records what went against the role's do-not list. A breach that says nothing is none. */
export const recordBreach = (card: Card, text: string, atMs: number | null): Changed =>
  withRolePlay(card, (rolePlay) =>
    text.trim() === ""
      ? rolePlay
      : { ...rolePlay, breaches: [...rolePlay.breaches, { atMs, text: text.trim() }] },
  );

/** Takes a breach out again, as long as the sheet is not sealed. */
export const dropBreach = (card: Card, index: number): Changed =>
  withRolePlay(card, (rolePlay) => ({
    ...rolePlay,
    breaches: rolePlay.breaches.filter((_, position) => position !== index),
  }));
