import type { CompetencyId, PersonId, QuestionId, SlotId } from "../../ids";
import type { Competency, Kit, Question } from "../../kit/kit";
import type { CoverageMark, LoopView } from "../loop-view";
import type { Plan, Slot } from "../plan";
import { inTime } from "../plan-times";
import { type Person, wearsHat } from "../roster";

/** Two independent raters are what a competency needs; a third adds little. */
export const wantedRaters = 2;

/** What the board is computed from: which questions were asked and how far the cards are, never what anybody thought. */
export type CoverageGround = Pick<LoopView, "coverage" | "cards" | "persons"> & {
  readonly plan: Plan;
  readonly kit: Kit;
};

/**
 * What became of a competency in one slot. `asked`: somebody whose card counts asked about it; `planned`: it may still
 * come; `missed`: it was planned, and will not come any more; `none`: it was not planned.
 */
export type CellState = "none" | "planned" | "asked" | "missed";

export interface CoverageCell {
  readonly slotId: SlotId;
  readonly state: CellState;
  /** Who asked, in the order of the slot's interviewers. */
  readonly by: readonly PersonId[];
}

/** One competency through all slots. */
export interface CompetencyCoverage {
  readonly competencyId: CompetencyId;
  readonly name: string;
  /** Persons whose cards count and who asked about it, in any slot. */
  readonly raters: readonly PersonId[];
  /** Persons who are still planned to ask about it and have not yet. */
  readonly expected: readonly PersonId[];
  readonly cells: readonly CoverageCell[];
}

/** Who asked a question, and what became of it elsewhere. */
export interface QuestionCoverage {
  readonly question: Question;
  readonly marks: readonly CoverageMark[];
}

export interface CoverageBoard {
  /** In the order in which they begin. */
  readonly slots: readonly Slot[];
  readonly competencies: readonly CompetencyCoverage[];
  /** Every question of the plan and every other one that was marked, in the kit's order. */
  readonly questions: readonly QuestionCoverage[];
}

/** Whose card counts: panelists, unless they are in training. */
export const isRater = (person: Person): boolean =>
  wearsHat(person, "panelist") && !wearsHat(person, "shadow");

export const wasAsked = ({ state }: Pick<CoverageMark, "state">): boolean =>
  state === "asked" || state === "prompted";

const isAbout = (question: Question, competencyId: CompetencyId): boolean =>
  question.target.kind === "competency" && question.target.competencyId === competencyId;

/** The kit's questions about a competency. */
export const questionsAbout = (kit: Kit, competencyId: CompetencyId): readonly Question[] =>
  kit.questions.filter((question) => isAbout(question, competencyId));

const isSealed = ({ cards }: CoverageGround, slotId: SlotId, personId: PersonId): boolean =>
  cards.some((card) => card.slotId === slotId && card.personId === personId && card.sealed.length > 0);

/** Whose cards count in a slot. */
export const ratersIn = ({ persons }: Pick<CoverageGround, "persons">, slot: Slot): readonly PersonId[] => {
  const raters = new Set(persons.filter(isRater).map(({ personId }) => personId));
  return slot.interviewers.filter((personId) => raters.has(personId));
};

/** True where this person may still ask the question in the slot: nothing became of it yet, and the card is open. */
const mayStillAsk = (
  ground: CoverageGround,
  slot: Slot,
  personId: PersonId,
  questionId: QuestionId,
): boolean =>
  !isSealed(ground, slot.slotId, personId) &&
  ground.coverage.every(
    (mark) =>
      mark.slotId !== slot.slotId ||
      mark.personId !== personId ||
      mark.questionId !== questionId ||
      mark.state === "open",
  );

/** Who of a slot may still ask about a competency, as planned. */
export const expectedIn = (
  ground: CoverageGround,
  slot: Slot,
  competencyId: CompetencyId,
): readonly PersonId[] => {
  const planned = questionsAbout(ground.kit, competencyId).filter(({ id }) => slot.questionIds.includes(id));
  return ratersIn(ground, slot).filter((personId) =>
    planned.some(({ id }) => mayStillAsk(ground, slot, personId, id)),
  );
};

const askedIn = (ground: CoverageGround, slot: Slot, ids: ReadonlySet<QuestionId>): readonly PersonId[] => {
  const asked = new Set(
    ground.coverage
      .filter((mark) => mark.slotId === slot.slotId && ids.has(mark.questionId) && wasAsked(mark))
      .map(({ personId }) => personId),
  );
  return ratersIn(ground, slot).filter((personId) => asked.has(personId));
};

const cellOf = (ground: CoverageGround, slot: Slot, competencyId: CompetencyId): CoverageCell => {
  const ids = new Set(questionsAbout(ground.kit, competencyId).map(({ id }) => id));
  const by = askedIn(ground, slot, ids);
  const { slotId } = slot;
  if (by.length > 0) return { slotId, state: "asked", by };
  if (expectedIn(ground, slot, competencyId).length > 0) return { slotId, state: "planned", by };
  return { slotId, state: slot.questionIds.some((id) => ids.has(id)) ? "missed" : "none", by };
};

const rowOf = (
  ground: CoverageGround,
  slots: readonly Slot[],
  { id, name }: Competency,
): CompetencyCoverage => {
  const cells = slots.map((slot) => cellOf(ground, slot, id));
  const raters = [...new Set(cells.flatMap(({ by }) => by))];
  const expected = new Set(slots.flatMap((slot) => expectedIn(ground, slot, id)));
  return {
    competencyId: id,
    name,
    raters,
    expected: [...expected].filter((personId) => !raters.includes(personId)),
    cells,
  };
};

/** What somebody could ask about in this loop: planned, marked, or meant for its level. */
const isInReach = ({ plan }: CoverageGround, known: ReadonlySet<QuestionId>, question: Question): boolean =>
  known.has(question.id) || question.levelIds.length === 0 || question.levelIds.includes(plan.levelId);

/** Which questions were asked, by whom, and how many independent raters each competency has so far. */
export const coverageBoard = (ground: CoverageGround): CoverageBoard => {
  const { plan, kit, coverage } = ground;
  const slots = inTime(plan.slots);
  const known = new Set([
    ...slots.flatMap(({ questionIds }) => questionIds),
    ...coverage.filter(({ state }) => state !== "open").map(({ questionId }) => questionId),
  ]);
  const reachable = kit.questions.filter((question) => isInReach(ground, known, question));
  return {
    slots,
    competencies: kit.competencies
      .filter(({ id }) => reachable.some((question) => isAbout(question, id)))
      .map((competency) => rowOf(ground, slots, competency)),
    questions: kit.questions
      .filter(({ id }) => known.has(id))
      .map((question) => ({
        question,
        marks: coverage.filter(({ questionId, state }) => questionId === question.id && state !== "open"),
      })),
  };
};
