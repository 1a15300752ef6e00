import type { Kit } from "../../domain/kit/kit";
import type { Slot } from "../../domain/loop/plan";
import { addMinutes } from "../../domain/loop/suggest-slots";
import type { PlanForm } from "./plan-form";
import { excusedPersons } from "./plan-gaps";

/** How many questions of the plan are about one competency, and how many panelists hear an answer to them. */
export interface PlannedCoverage {
  readonly competencyId: string;
  readonly title: string;
  readonly questions: number;
  readonly panelists: number;
}

const asksAbout = (kit: Kit, slot: Slot, competencyId: string): number =>
  kit.questions.filter(
    ({ id, target }) =>
      target.kind === "competency" && target.competencyId === competencyId && slot.questionIds.includes(id),
  ).length;

/** Every competency of the kit in its order. One panelist is thin, none is a hole. */
export const plannedCoverage = (kit: Kit, form: PlanForm): readonly PlannedCoverage[] => {
  const excused = excusedPersons(form.persons);
  return kit.competencies.map(({ id, name }) => {
    const slots = form.slots.filter((slot) => asksAbout(kit, slot, id) > 0);
    const panelists = new Set(slots.flatMap((slot) => slot.interviewers).filter((one) => !excused.has(one)));
    return {
      competencyId: id,
      title: name,
      questions: slots.reduce((sum, slot) => sum + asksAbout(kit, slot, id), 0),
      panelists: panelists.size,
    };
  });
};

/** A person planned into two slots at once. */
export interface Clash {
  readonly name: string;
  readonly slots: readonly [string, string];
}

const overlap = (left: Slot, right: Slot): boolean =>
  left.startsAt < addMinutes(right.startsAt, right.minutes) &&
  right.startsAt < addMinutes(left.startsAt, left.minutes);

/** Who would have to be in two slots at the same time. Slots without minutes take no time. */
export const planClashes = (form: PlanForm): readonly Clash[] =>
  form.slots.flatMap((slot, index) =>
    form.slots
      .slice(index + 1)
      .flatMap((other) =>
        overlap(slot, other)
          ? form.persons
              .filter(({ personId }) => [slot, other].every((one) => one.interviewers.includes(personId)))
              .map(({ name }) => ({ name, slots: [slot.title, other.title] as const }))
          : [],
      ),
  );
