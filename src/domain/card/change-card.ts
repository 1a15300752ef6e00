import type { QuestionId } from "../ids";
import type { RatingScale } from "../kit/scale";
import { err, ok, type Result } from "../result";
import type { Card, Evidence, Note, OnBehalf, Overall, QuestionState, Rating, Tick } from "./card";

/** What a change is about: one question of the card, or the slot's exercise. */
export type CardItem =
  | { readonly kind: "question"; readonly questionId: QuestionId }
  | { readonly kind: "exercise" };

/** Why a change was not made; the card stays as it was. */
export type CardRefusal =
  | { readonly type: "notOnCard" }
  | { readonly type: "notOnScale"; readonly value: number; readonly points: number }
  | { readonly type: "noSuchNote"; readonly index: number };

type Changed = Result<Card, CardRefusal>;

/** The evidence of one item, or null where the card has no such item. */
export const evidenceOf = (card: Card, item: CardItem): Evidence | null =>
  item.kind === "exercise"
    ? card.exercise
    : (card.answers.find((answer) => answer.questionId === item.questionId) ?? null);

const withEvidence = (card: Card, item: CardItem, change: (evidence: Evidence) => Evidence): Changed => {
  const before = evidenceOf(card, item);
  if (before === null) return err({ type: "notOnCard" });
  const after = change(before);
  if (item.kind === "exercise")
    return ok({ ...card, exercise: card.exercise && { ...card.exercise, ...after } });
  const answers = card.answers.map((answer) =>
    answer.questionId === item.questionId ? { ...answer, ...after } : answer,
  );
  return ok({ ...card, answers });
};

const isOnScale = (rating: Rating, scale: RatingScale): boolean =>
  rating.kind !== "rated" || scale.some((point) => point.value === rating.value);

/**
 * Rates an item. Rating a question that is still open also marks it asked: a person who rates an answer has
 * heard one. Refused where the value is not a point of the scale. `atMs` is now on the slot's clock; null where it does
 * not run.
 */
export const rateItem = (
  card: Card,
  item: CardItem,
  rating: Rating,
  scale: RatingScale,
  atMs: number | null,
): Changed => {
  if (!isOnScale(rating, scale)) {
    const value = rating.kind === "rated" ? rating.value : 0;
    return err({ type: "notOnScale", value, points: scale.length });
  }
  const rated = withEvidence(card, item, (evidence) => ({ ...evidence, rating }));
  if (!rated.ok || rating.kind !== "rated" || item.kind === "exercise") return rated;
  const answer = card.answers.find((known) => known.questionId === item.questionId);
  return answer?.state === "open" ? markQuestion(rated.value, item.questionId, "asked", atMs) : rated;
};

/**
 * Marks what happened to a question. One that was not asked, or skipped for time, loses its rating to the absence
 * `notAsked`; asking it after all takes that absence back. Notes and ticks always stay. `atMs` is now on the slot's clock:
 * it counts for the first time the question is marked as put.
 */
export const markQuestion = (
  card: Card,
  questionId: QuestionId,
  state: QuestionState,
  atMs: number | null,
): Changed => {
  if (!card.answers.some((answer) => answer.questionId === questionId)) return err({ type: "notOnCard" });
  const answers = card.answers.map((answer) =>
    answer.questionId === questionId
      ? {
          ...answer,
          state,
          askedAtMs: wasPut(state) ? (answer.askedAtMs ?? atMs) : null,
          rating: ratingAfterMark(answer.rating, state),
        }
      : answer,
  );
  return ok({ ...card, answers });
};

const wasPut = (state: QuestionState): boolean => state === "asked" || state === "prompted";

const ratingAfterMark = (rating: Rating, state: QuestionState): Rating => {
  if (state === "notAsked" || state === "skippedForTime") return { kind: "absent", reason: "notAsked" };
  const wasNotAsked = rating.kind === "absent" && rating.reason === "notAsked";
  return wasNotAsked ? { kind: "blank" } : rating;
};

/** Sets, or with null removes, the tick of one indicator. */
export const tickIndicator = (
  card: Card,
  item: CardItem,
  indicatorId: Tick["indicatorId"],
  seen: Tick["seen"] | null,
): Changed =>
  withEvidence(card, item, (evidence) => {
    const others = evidence.ticks.filter((tick) => tick.indicatorId !== indicatorId);
    return { ...evidence, ticks: seen === null ? others : [...others, { indicatorId, seen }] };
  });

export const addNote = (card: Card, item: CardItem, note: Note): Changed =>
  withEvidence(card, item, (evidence) => ({ ...evidence, notes: [...evidence.notes, note] }));

/** Replaces the note at `index`; a note whose text became empty is removed. */
export const changeNote = (card: Card, item: CardItem, index: number, note: Note): Changed => {
  const before = evidenceOf(card, item);
  if (before === null) return err({ type: "notOnCard" });
  if (before.notes[index] === undefined) return err({ type: "noSuchNote", index });
  return withEvidence(card, item, (evidence) => ({
    ...evidence,
    notes: evidence.notes
      .map((old, position) => (position === index ? note : old))
      .filter((kept) => kept.text !== ""),
  }));
};

export const callOverall = (card: Card, overall: Overall): Card => ({ ...card, overall });

/** Says who types the card in for its person, or with null that its person does. */
export const onBehalfOf = (card: Card, onBehalf: OnBehalf | null): Card => ({ ...card, onBehalf });

/** Says why this version replaces the one that is sealed. */
export const amendCard = (card: Card, amendReason: string): Card => ({ ...card, amendReason });

export const writeTakeaway = (card: Card, takeaway: string): Card => ({ ...card, takeaway });
