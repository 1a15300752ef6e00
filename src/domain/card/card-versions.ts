import type { Card } from "./card";

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const withFields = (value: unknown, fields: Fields): unknown => {
  const known = fieldsOf(value);
  return known === null ? value : { ...known, ...fields };
};

/**
 * A card as it came, with what version 2 added where it is of version 1. What a version 1 card says of those things
 * counts for nothing: that version had no such words. Anything else stays as it is, for the schema to judge.
 */
export const lifted = (value: unknown): unknown => {
  const card = fieldsOf(value);
  if (card === null || card.formatVersion !== 1) return value;
  const { answers } = card;
  return {
    ...card,
    answers: Array.isArray(answers)
      ? answers.map((answer) => withFields(answer, { askedAtMs: null }))
      : answers,
    exercise: withFields(card.exercise, { criteria: [], testAnswers: [] }),
    rolePlay: null,
    entered: { kind: "live" },
    onBehalf: null,
    clock: { shiftMs: 0 },
  };
};

/**
 * The fields a card is sealed with, in its own version. A version 1 card gives what it always gave, so that commitments
 * and the hashes of records made before version 2 still hold.
 */
export const sealedForm = (card: Card): unknown => {
  if (card.formatVersion === 2) return card;
  const { rolePlay: _r, entered: _e, onBehalf: _o, clock: _c, exercise, answers, ...kept } = card;
  return {
    ...kept,
    answers: answers.map(({ askedAtMs: _a, ...answer }) => answer),
    exercise: exercise && asInVersion1(exercise),
  };
};

const asInVersion1 = ({ criteria: _c, testAnswers: _t, ...seen }: NonNullable<Card["exercise"]>) => seen;

/** True where a card says what version 1 has no words for, and what nobody may leave out of it. */
const saysMoreThanVersion1 = ({ rolePlay, entered, onBehalf, exercise }: Card): boolean =>
  rolePlay !== null ||
  entered.kind !== "live" ||
  onBehalf !== null ||
  (exercise !== null && exercise.criteria.length + exercise.testAnswers.length > 0);

/**
 * The version a card is sealed in. Programs that know only protocols before 3 open no card of version 2; when each
 * question was asked and how the clock stood is left out for them.
 */
export const inVersionFor = (card: Card, protocol: number): Card => ({
  ...card,
  formatVersion: protocol < 3 && !saysMoreThanVersion1(card) ? 1 : 2,
});

/** A card that is written on: a draft begun by an older program, or a sealed one that is amended. */
export const inNewestVersion = (card: Card): Card => ({ ...card, formatVersion: 2 });
