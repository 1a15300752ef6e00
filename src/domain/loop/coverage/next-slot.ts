import type { CompetencyId, PersonId, SlotId } from "../../ids";
import type { Question } from "../../kit/kit";
import { questionsAtLevel } from "../../kit/lookup";
import type { Slot } from "../plan";
import {
  type CompetencyCoverage,
  type CoverageBoard,
  type CoverageGround,
  expectedIn,
  questionsAbout,
  ratersIn,
  wantedRaters,
  wasAsked,
} from "./coverage-board";

/** What a slot should do about one competency, and the facts it follows from. */
export interface SlotAdvice {
  /** `keep`: a planned question must not be dropped; `add`: one has to be asked that is not planned here. */
  readonly kind: "keep" | "add";
  readonly competencyId: CompetencyId;
  /** The questions to keep, or the one to add; empty where the kit has none left to ask. */
  readonly questions: readonly Question[];
  /** How many independent raters there are so far. */
  readonly raters: number;
  /** How many more are still planned in other slots. */
  readonly elsewhere: number;
  /** Where it was planned and left out. */
  readonly missedIn: readonly SlotId[];
}

/** True where somebody has begun: a question was marked, or a card has an answer or is sealed. */
const hasBegun = ({ coverage, cards }: CoverageGround, { slotId }: Slot): boolean =>
  coverage.some((mark) => mark.slotId === slotId && mark.state !== "open") ||
  cards.some(
    (card) =>
      card.slotId === slotId &&
      (card.sealed.length > 0 || (card.progress !== null && card.progress.answered > 0)),
  );

/**
 * The first slot nobody has begun, told by what was done and not by the clock; null when all have. A slot that was called
 * off is never next.
 */
export const nextSlot = (ground: CoverageGround, { slots }: CoverageBoard): Slot | null =>
  slots.find((slot) => slot.cancelled === undefined && !hasBegun(ground, slot)) ?? null;

const expectedElsewhere = (
  ground: CoverageGround,
  { slots }: CoverageBoard,
  { slotId }: Slot,
  { competencyId, raters }: CompetencyCoverage,
): readonly PersonId[] => {
  const others = slots.filter((other) => other.slotId !== slotId);
  const expected = new Set(others.flatMap((other) => expectedIn(ground, other, competencyId)));
  return [...expected].filter((personId) => !raters.includes(personId));
};

/**
 * The question to add: first one of this loop's plan that was left out, because every candidate is asked the same;
 * then one for the level that was not asked yet, of the slot's own round before others.
 */
const questionToAdd = (ground: CoverageGround, slot: Slot, competencyId: CompetencyId): Question | null => {
  const { kit, plan, coverage } = ground;
  const asked = new Set(coverage.filter(wasAsked).map(({ questionId }) => questionId));
  const open = questionsAbout(kit, competencyId).filter(({ id }) => !asked.has(id));
  const planned = new Set(plan.slots.flatMap(({ questionIds }) => questionIds));
  const atLevel = questionsAtLevel(kit, plan.levelId).filter((question) => open.includes(question));
  return (
    open.find(({ id }) => planned.has(id)) ??
    atLevel.find(({ roundId }) => roundId !== null && roundId === slot.roundId) ??
    atLevel[0] ??
    null
  );
};

const adviceOn = (
  ground: CoverageGround,
  board: CoverageBoard,
  slot: Slot,
  row: CompetencyCoverage,
): SlotAdvice | null => {
  const { competencyId, raters, cells } = row;
  const elsewhere = expectedElsewhere(ground, board, slot, row).length;
  const fresh = ratersIn(ground, slot).filter((personId) => !raters.includes(personId));
  if (fresh.length === 0 || raters.length + elsewhere >= wantedRaters) return null;
  const facts = {
    competencyId,
    raters: raters.length,
    elsewhere,
    missedIn: cells.filter(({ state }) => state === "missed").map(({ slotId }) => slotId),
  };
  const isStillHere = expectedIn(ground, slot, competencyId).some((personId) => fresh.includes(personId));
  if (isStillHere) {
    const questions = questionsAbout(ground.kit, competencyId).filter(({ id }) =>
      slot.questionIds.includes(id),
    );
    return { kind: "keep", questions, ...facts };
  }
  const question = questionToAdd(ground, slot, competencyId);
  return { kind: "add", questions: question === null ? [] : [question], ...facts };
};

/**
 * What a slot should keep and add so that every competency still gets its raters: advice wherever those who asked and
 * those planned in other slots are too few, and somebody of this slot would be one more. What has to be added comes
 * first, then what has fewest raters, then the kit's order.
 */
export const adviceFor = (ground: CoverageGround, board: CoverageBoard, slot: Slot): readonly SlotAdvice[] =>
  board.competencies
    .flatMap((row) => adviceOn(ground, board, slot, row) ?? [])
    .toSorted(
      (one, other) =>
        Number(one.kind === "keep") - Number(other.kind === "keep") || one.raters - other.raters,
    );
