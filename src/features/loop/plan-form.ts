import type { CandidateId, LevelId, PersonId, SlotId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { questionsAtLevel } from "../../domain/kit/lookup";
import type { Plan, Slot } from "../../domain/loop/plan";
import { nothingLater } from "../../domain/loop/plan-versions";
import { type Person, wearsHat } from "../../domain/loop/roster";
import { addMinutes, suggestSlots } from "../../domain/loop/suggest-slots";

/** What a plan says beside its slots and people. */
export type PlanRules = Pick<
  Plan,
  "breaks" | "weights" | "weightsReason" | "requiredCompetencyIds" | "policy" | "accommodations"
>;

/** A plan that says nothing beside its slots and people: every competency weighs the same, every one is required. */
export const noRules = (): PlanRules => {
  const { weightsFrozenAt: _frozen, ...rules } = nothingLater();
  return { ...rules, weights: [], weightsReason: "" };
};

/** What the form holds while a loop is planned. */
export interface PlanForm extends PlanRules {
  readonly candidateId: CandidateId | null;
  readonly levelId: LevelId;
  readonly persons: readonly Person[];
  readonly me: PersonId;
  readonly slots: readonly Slot[];
  /** Into which slot each event of a calendar file went, by the event's name in the calendar. */
  readonly meetings: Readonly<Record<string, SlotId>>;
  /** In the order in which they may take over; null while the hiring managers are. */
  readonly deputies: readonly PersonId[] | null;
  /** Who may open cards whose laptop is gone; null for nobody. */
  readonly escrow: PersonId | null;
}

/** Where new slots come from: the kit, the first slot's local start, ids. */
export interface SlotSource {
  readonly kit: Kit;
  /** "2026-11-23T09:00" */
  readonly firstStart: string;
  readonly newSlotId: () => SlotId;
}

/** A slot added by hand lasts this many minutes until somebody says otherwise. */
const usualMinutes = 45;

/** Who sits in slots with a card of their own: panelists, and shadows with a card that never counts. */
export const holdsCards = (person: Person): boolean =>
  wearsHat(person, "panelist") || wearsHat(person, "shadow");

const cardHolders = (persons: readonly Person[]): readonly PersonId[] =>
  persons.filter(holdsCards).map((person) => person.personId);

/** A form with this laptop's person as facilitator and the kit's rounds as slots, at the kit's first level. */
export const newPlanForm = (source: SlotSource, candidateId: CandidateId | null, me: Person): PlanForm => {
  const levelId = source.kit.levels[0]?.id;
  if (levelId === undefined) throw new Error("a kit has at least one level");
  const slots = suggestSlots(source.kit, levelId, source.firstStart, cardHolders([me]), source.newSlotId);
  const people = { persons: [me], me: me.personId, deputies: null, escrow: null };
  return { candidateId, levelId, ...people, slots, meetings: {}, ...noRules() };
};

const isSamePlace = (left: Slot, right: Slot): boolean => {
  if (left.exerciseId !== null || right.exerciseId !== null) return left.exerciseId === right.exerciseId;
  return left.roundId === right.roundId && (left.roundId !== null || left.title === right.title);
};

const keepingArrangements = (suggested: Slot, known: Slot | undefined): Slot =>
  known === undefined
    ? suggested
    : { ...known, questionIds: suggested.questionIds, exerciseId: suggested.exerciseId };

/**
 * Another level asks other questions. Slots of the same round or exercise keep their people, time and room; a slot
 * added by hand stays with those of its questions that the level has.
 */
export const changeLevel = (form: PlanForm, levelId: LevelId, source: SlotSource): PlanForm => {
  const suggested = suggestSlots(
    source.kit,
    levelId,
    source.firstStart,
    cardHolders(form.persons),
    source.newSlotId,
  );
  const atLevel = new Set(questionsAtLevel(source.kit, levelId).map((question) => question.id));
  const byHand = form.slots
    .filter((slot) => !suggested.some((place) => isSamePlace(place, slot)))
    .map((slot) => ({ ...slot, questionIds: slot.questionIds.filter((id) => atLevel.has(id)) }));
  const slots = suggested.map((place) =>
    keepingArrangements(
      place,
      form.slots.find((slot) => isSamePlace(place, slot)),
    ),
  );
  return { ...form, levelId, slots: [...slots, ...byHand] };
};

const seatEverywhere = (slots: readonly Slot[], personId: PersonId): readonly Slot[] =>
  slots.map((slot) =>
    slot.interviewers.includes(personId) ? slot : { ...slot, interviewers: [...slot.interviewers, personId] },
  );

const unseat = (slots: readonly Slot[], personId: PersonId): readonly Slot[] =>
  slots.map((slot) => ({ ...slot, interviewers: slot.interviewers.filter((id) => id !== personId) }));

const unplay = (slots: readonly Slot[], personId: PersonId): readonly Slot[] =>
  slots.map((slot) => ({
    ...slot,
    rolePlayers: slot.rolePlayers.filter((player) => player.personId !== personId),
  }));

/** A break without anybody is nobody's break; it does not become everybody's. */
const withoutPerson = (breaks: PlanForm["breaks"], personId: PersonId): PlanForm["breaks"] =>
  breaks
    .map((pause) => ({ ...pause, personIds: pause.personIds?.filter((id) => id !== personId) ?? null }))
    .filter(({ personIds }) => personIds === null || personIds.length > 0);

const playsRoles = (person: Person): boolean => wearsHat(person, "rolePlayer");

/** A new panelist sits in every slot until the plan says otherwise. */
export const addPerson = (form: PlanForm, person: Person): PlanForm => ({
  ...form,
  persons: [...form.persons, person],
  slots: holdsCards(person) ? seatEverywhere(form.slots, person.personId) : form.slots,
});

/** Who stops holding cards leaves every slot; who begins to, sits in every slot. */
export const changePerson = (form: PlanForm, changed: Person): PlanForm => {
  const before = form.persons.find((person) => person.personId === changed.personId);
  const persons = form.persons.map((person) => (person === before ? changed : person));
  const played = playsRoles(changed) ? form.slots : unplay(form.slots, changed.personId);
  if (before === undefined || holdsCards(before) === holdsCards(changed))
    return { ...form, persons, slots: played };
  const seat = holdsCards(changed) ? seatEverywhere : unseat;
  return { ...form, persons, slots: seat(played, changed.personId) };
};

/** Takes a person out of the plan and out of every slot. */
export const removePerson = (form: PlanForm, personId: PersonId): PlanForm => ({
  ...form,
  persons: form.persons.filter((person) => person.personId !== personId),
  slots: unplay(unseat(form.slots, personId), personId),
  breaks: withoutPerson(form.breaks, personId),
  deputies: form.deputies?.filter((deputy) => deputy !== personId) ?? null,
  escrow: form.escrow === personId ? null : form.escrow,
});

/** An empty slot after the last one, with everybody who holds cards. */
export const addSlot = (form: PlanForm, slotId: SlotId, firstStart: string): PlanForm => {
  const last = form.slots.at(-1);
  const slot: Slot = {
    slotId,
    title: "Another interview",
    roundId: null,
    startsAt: last === undefined ? firstStart : addMinutes(last.startsAt, last.minutes),
    minutes: usualMinutes,
    room: "",
    interviewers: [...cardHolders(form.persons)],
    questionIds: [],
    exerciseId: null,
    rolePlayers: [],
  };
  return { ...form, slots: [...form.slots, slot] };
};

export const changeSlot = (form: PlanForm, changed: Slot): PlanForm => ({
  ...form,
  slots: form.slots.map((slot) => (slot.slotId === changed.slotId ? changed : slot)),
});

export const removeSlot = (form: PlanForm, slotId: SlotId): PlanForm => ({
  ...form,
  slots: form.slots.filter((slot) => slot.slotId !== slotId),
});
