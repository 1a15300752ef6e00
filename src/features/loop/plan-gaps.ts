import type { LoopDraft } from "../../bindings/services";
import type { PersonId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { isRater } from "../../domain/loop/coverage/coverage-board";
import { sameNameKey } from "../../domain/loop/names";
import { areEqual, requiredCardsOf, type Slot } from "../../domain/loop/plan";
import { type Person, wearsHat } from "../../domain/loop/roster";
import type { PlanForm } from "./plan-form";

/** What keeps the plan from being made; `slot` is the title of the slot it is about. */
export type PlanGap =
  | {
      readonly type:
        | "candidate"
        | "names"
        | "sameName"
        | "slots"
        | "slotTitle"
        | "weightsReason"
        | "breakTitle";
    }
  | { readonly type: "panelist" | "nothingToAsk"; readonly slot: string };

/** Whose card never has to be in before the reveal: everybody but panelists, and every shadow. */
export const excusedPersons = (persons: readonly Person[]): ReadonlySet<PersonId> =>
  new Set(persons.filter((person) => !isRater(person)).map((person) => person.personId));

const hasTwins = (persons: readonly Person[]): boolean => {
  const names = persons.map((person) => sameNameKey(person.name)).filter((name) => name !== "");
  return new Set(names).size < names.length;
};

const asksNothing = (slot: Slot): boolean => slot.questionIds.length === 0 && slot.exerciseId === null;

const slotGaps = (slot: Slot, excused: ReadonlySet<PersonId>): readonly PlanGap[] => [
  ...(slot.interviewers.every((id) => excused.has(id))
    ? [{ type: "panelist", slot: slot.title } as const]
    : []),
  ...(asksNothing(slot) ? [{ type: "nothingToAsk", slot: slot.title } as const] : []),
];

/** Everything that is still open, in the order of the screen; empty when the plan is ready. */
export const planGaps = (form: PlanForm): readonly PlanGap[] => {
  const gaps: readonly (readonly [PlanGap, boolean])[] = [
    [{ type: "candidate" }, form.candidateId === null],
    [{ type: "names" }, form.persons.some((person) => person.name.trim() === "")],
    [{ type: "sameName" }, hasTwins(form.persons)],
    [{ type: "slots" }, form.slots.length === 0],
    [{ type: "slotTitle" }, form.slots.some((slot) => slot.title.trim() === "")],
    [{ type: "breakTitle" }, form.breaks.some((pause) => pause.title.trim() === "")],
    [{ type: "weightsReason" }, !areEqual(form.weights) && form.weightsReason.trim() === ""],
  ];
  const excused = excusedPersons(form.persons);
  return [
    ...gaps.flatMap(([gap, open]) => (open ? [gap] : [])),
    ...form.slots.flatMap((slot) => slotGaps(slot, excused)),
  ];
};

/** Who may take over, in order: as chosen, otherwise the hiring managers. */
export const deputiesOf = ({ deputies, persons, me }: PlanForm): readonly PersonId[] =>
  deputies ??
  persons
    .filter((person) => wearsHat(person, "hiringManager") && person.personId !== me)
    .map(({ personId }) => personId);

/** Who could hold escrow: whoever owes no card. */
export const escrowChoices = ({ persons, slots }: PlanForm): readonly Person[] => {
  const owing = new Set(requiredCardsOf(slots, excusedPersons(persons)).map(({ personId }) => personId));
  return persons.filter(({ personId }) => !owing.has(personId));
};

/** Who was chosen to hold escrow, unless they owe a card by now. */
export const escrowOf = (form: PlanForm): PersonId | null =>
  escrowChoices(form).some(({ personId }) => personId === form.escrow) ? form.escrow : null;

/** The loop to make, or null while a gap is open. */
export const toLoopDraft = (form: PlanForm, kit: Kit): LoopDraft | null => {
  if (form.candidateId === null || planGaps(form).length > 0) return null;
  const slots = form.slots.map((slot) => ({ ...slot, title: slot.title.trim() }));
  return {
    candidateId: form.candidateId,
    kitId: kit.id,
    persons: form.persons.map((person) => ({ ...person, name: person.name.trim() })),
    me: form.me,
    deputies: deputiesOf(form),
    escrow: escrowOf(form),
    plan: {
      formatVersion: 2,
      levelId: form.levelId,
      slots,
      required: [...requiredCardsOf(slots, excusedPersons(form.persons))],
      breaks: form.breaks,
      requiredCompetencyIds: form.requiredCompetencyIds,
      policy: form.policy,
      accommodations: form.accommodations.trim(),
      weights: form.weights.filter(({ weight }) => weight !== 1),
      weightsReason: areEqual(form.weights) ? "" : form.weightsReason.trim(),
      weightsFrozenAt: null,
    },
  };
};
