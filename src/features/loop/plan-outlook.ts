import type { CompetencyId, SlotId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import {
  type BalanceGround,
  balance,
  coverageGaps,
  type GapReason,
  plannedRaters,
  requiredCompetencies,
} from "../../domain/loop/balance";
import { isRater } from "../../domain/loop/coverage/coverage-board";
import type { Slot } from "../../domain/loop/plan";
import { timeFindings } from "../../domain/loop/plan-times";
import type { PlanForm } from "./plan-form";
import { findingSentence } from "./words";

/** How many questions of the plan are about one competency, and how many panelists hear an answer to them. */
export interface PlannedCoverage {
  readonly competencyId: CompetencyId;
  readonly title: string;
  readonly questions: number;
  readonly panelists: number;
  readonly required: boolean;
  /** Why two panelists do not hear about it; null where they do, or where nobody has to. */
  readonly gap: GapReason | null;
}

const groundOf = (kit: Kit, form: PlanForm): BalanceGround => ({
  kit,
  levelId: form.levelId,
  slots: form.slots,
  breaks: form.breaks,
  raters: form.persons.filter(isRater).map(({ personId }) => personId),
  required: form.requiredCompetencyIds,
});

const asksAbout = (kit: Kit, slot: Slot, competencyId: CompetencyId): number =>
  kit.questions.filter(
    ({ id, target }) =>
      target.kind === "competency" && target.competencyId === competencyId && slot.questionIds.includes(id),
  ).length;

/** Every competency of the kit in its order. One panelist is thin, none is a hole. */
export const plannedCoverage = (kit: Kit, form: PlanForm): readonly PlannedCoverage[] => {
  const ground = groundOf(kit, form);
  const required = new Set(requiredCompetencies(ground));
  const gaps = new Map(coverageGaps(ground).map(({ competencyId, reason }) => [competencyId, reason]));
  return kit.competencies.map(({ id, name }) => ({
    competencyId: id,
    title: name,
    questions: form.slots.reduce((sum, slot) => sum + asksAbout(kit, slot, id), 0),
    panelists: plannedRaters(kit, form.slots, ground.raters, id).size,
    required: required.has(id),
    gap: gaps.get(id) ?? null,
  }));
};

/** The form with its questions chosen anew, so that two panelists hear about every required competency. */
export const balancedForm = (kit: Kit, form: PlanForm): PlanForm => ({
  ...form,
  slots: balance(groundOf(kit, form)).slots,
});

/** What a person should look at in the times, as sentences by slot. */
export const timeWarnings = (kit: Kit, form: PlanForm): ReadonlyMap<SlotId, readonly string[]> => {
  const nameOf = (personId: string) =>
    form.persons.find((person) => person.personId === personId)?.name ?? "";
  const warnings = new Map<SlotId, readonly string[]>();
  for (const finding of timeFindings(kit, form.slots, form.breaks))
    warnings.set(finding.slotId, [...(warnings.get(finding.slotId) ?? []), findingSentence(finding, nameOf)]);
  return warnings;
};
