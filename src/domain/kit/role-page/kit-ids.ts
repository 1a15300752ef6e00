import {
  attitudeIdSchema,
  competencyIdSchema,
  disciplineIdSchema,
  exerciseIdSchema,
  freeSlug,
  indicatorIdSchema,
  kitItemIdSchema,
  levelIdSchema,
  questionIdSchema,
  roundIdSchema,
} from "../../ids";

/** Makes the next free id of one kind from a title; `fallback` where the title has no letters for a slug. */
export type IdMaker<Id> = (title: string, fallback: string) => Id;

const none: ReadonlySet<string> = new Set();
const enough = 200;

/**
 * Ids as `freeSlug` gives them. It remembers where each title's numbering stands, so that a page that
 * repeats itself a thousand times does not count from 2 a thousand times.
 */
export const idMaker = <Id>(schema: { parse(slug: string): Id }): IdMaker<Id> => {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return (title, fallback) => {
    const base = freeSlug(title.slice(0, enough), none, fallback);
    let slug = base;
    for (let next = numbers.get(base) ?? 2; taken.has(slug); next += 1) {
      slug = `${base}-${next}`;
      numbers.set(base, next + 1);
    }
    taken.add(slug);
    return schema.parse(slug);
  };
};

/** One maker per kind of id: ids are unique within their kind in one kit. */
export const kitIds = () => ({
  level: idMaker(levelIdSchema),
  discipline: idMaker(disciplineIdSchema),
  competency: idMaker(competencyIdSchema),
  attitude: idMaker(attitudeIdSchema),
  round: idMaker(roundIdSchema),
  question: idMaker(questionIdSchema),
  indicator: idMaker(indicatorIdSchema),
  exercise: idMaker(exerciseIdSchema),
  item: idMaker(kitItemIdSchema),
});
export type KitIds = ReturnType<typeof kitIds>;
