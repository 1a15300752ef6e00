import type { LoopDraft } from "../../bindings/services";
import type { CandidateId, LevelId, PersonId, SlotId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { requiredCardsOf, type Slot } from "../../domain/loop/plan";
import type { Hat, Person } from "../../domain/loop/roster";
import { suggestSlots } from "../../domain/loop/suggest-slots";

/** What the form holds while a loop is planned. */
export interface PlanForm {
  readonly candidateId: CandidateId | null;
  readonly levelId: LevelId;
  readonly persons: readonly Person[];
  readonly me: PersonId;
  readonly slots: readonly Slot[];
}

/** What keeps the plan from being made; empty when it is ready. */
export type PlanGap = "candidate" | "names" | "sameName" | "slots" | "interviewers";

const mayRate = (person: Person): boolean =>
  person.hats.some((hat) => hat === "panelist" || hat === "facilitator" || hat === "hiringManager");

const raters = (persons: readonly Person[]): readonly PersonId[] =>
  persons.filter(mayRate).map((person) => person.personId);

/** A form with this laptop's person as facilitator and the kit's rounds as slots. */
export const newPlanForm = (
  kit: Kit,
  candidateId: CandidateId | null,
  me: Person,
  firstStart: string,
  newSlotId: () => SlotId,
): PlanForm => {
  const levelId = kit.levels[0]?.id;
  if (levelId === undefined) throw new Error("a kit has at least one level");
  return {
    candidateId,
    levelId,
    persons: [me],
    me: me.personId,
    slots: suggestSlots(kit, levelId, firstStart, [me.personId], newSlotId),
  };
};

/** Another level asks other questions, so the slots are suggested anew; people stay. */
export const changeLevel = (
  form: PlanForm,
  kit: Kit,
  levelId: LevelId,
  firstStart: string,
  newSlotId: () => SlotId,
): PlanForm => ({
  ...form,
  levelId,
  slots: suggestSlots(kit, levelId, firstStart, raters(form.persons), newSlotId),
});

/** A new person sits in every slot until the plan says otherwise. */
export const addPerson = (form: PlanForm, person: Person): PlanForm => ({
  ...form,
  persons: [...form.persons, person],
  slots: form.slots.map((slot) =>
    mayRate(person) ? { ...slot, interviewers: [...slot.interviewers, person.personId] } : slot,
  ),
});

export const changePerson = (form: PlanForm, changed: Person): PlanForm => ({
  ...form,
  persons: form.persons.map((person) => (person.personId === changed.personId ? changed : person)),
});

/** Takes a person out of the plan and out of every slot. */
export const removePerson = (form: PlanForm, personId: PersonId): PlanForm => ({
  ...form,
  persons: form.persons.filter((person) => person.personId !== personId),
  slots: form.slots.map((slot) => ({
    ...slot,
    interviewers: slot.interviewers.filter((id) => id !== personId),
  })),
});

export const changeSlot = (form: PlanForm, changed: Slot): PlanForm => ({
  ...form,
  slots: form.slots.map((slot) => (slot.slotId === changed.slotId ? changed : slot)),
});

export const removeSlot = (form: PlanForm, slotId: SlotId): PlanForm => ({
  ...form,
  slots: form.slots.filter((slot) => slot.slotId !== slotId),
});

const hasTwins = (persons: readonly Person[]): boolean => {
  const names = persons.map((person) => person.name.trim().toLowerCase());
  return new Set(names).size < names.length;
};

export const planGaps = (form: PlanForm): readonly PlanGap[] => {
  const gaps: readonly (readonly [PlanGap, boolean])[] = [
    ["candidate", form.candidateId === null],
    ["names", form.persons.some((person) => person.name.trim() === "")],
    ["sameName", hasTwins(form.persons)],
    ["slots", form.slots.length === 0],
    ["interviewers", form.slots.some((slot) => slot.interviewers.length === 0)],
  ];
  return gaps.flatMap(([gap, open]) => (open ? [gap] : []));
};

const neverCounts: readonly Hat[] = ["observer", "shadow", "recordsKeeper"];

/** The loop to make, or null while a gap is open. */
export const toLoopDraft = (form: PlanForm, kit: Kit): LoopDraft | null => {
  if (form.candidateId === null || planGaps(form).length > 0) return null;
  const excused = new Set(
    form.persons
      .filter((person) => person.hats.every((hat) => neverCounts.includes(hat)))
      .map((person) => person.personId as string),
  );
  return {
    candidateId: form.candidateId,
    kitId: kit.id,
    persons: form.persons.map((person) => ({ ...person, name: person.name.trim() })),
    me: form.me,
    plan: {
      levelId: form.levelId,
      slots: [...form.slots],
      required: [...requiredCardsOf(form.slots, excused)],
      weights: [],
      weightsReason: "",
    },
  };
};
