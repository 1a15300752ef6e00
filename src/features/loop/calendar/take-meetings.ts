import { type SlotId, slotIdSchema } from "../../../domain/ids";
import { knownPeople } from "../../../domain/loop/meetings/known-people";
import type { Meeting } from "../../../domain/loop/meetings/meeting";
import { sameNameKey } from "../../../domain/loop/names";
import type { Slot } from "../../../domain/loop/plan";
import { addSlot, changeSlot, holdsCards, type PlanForm } from "../plan-form";

/** What becomes of a meeting: a slot of its own, the time and place of one that is there, or nothing. */
export type Into = "new" | "none" | SlotId;

export interface PlacedMeeting {
  readonly meeting: Meeting;
  readonly into: Into;
}

const hasSlot = (form: PlanForm, slotId: SlotId | undefined): slotId is SlotId =>
  form.slots.some((slot) => slot.slotId === slotId);

const namesake = (form: PlanForm, { title }: Meeting, taken: ReadonlySet<Into>): SlotId | undefined => {
  const same = form.slots.filter((slot) => sameNameKey(slot.title) === sameNameKey(title));
  return same.length === 1 && !taken.has(same[0]?.slotId ?? "none") ? same[0]?.slotId : undefined;
};

/** Where each meeting goes unless somebody says otherwise: where it went before, to the slot of its name, or to a new one. */
export const placedMeetings = (form: PlanForm, meetings: readonly Meeting[]): readonly PlacedMeeting[] => {
  const taken = new Set<Into>();
  return meetings.map((meeting) => {
    const before = meeting.uid === "" ? undefined : form.meetings[meeting.uid];
    const into = hasSlot(form, before) && !taken.has(before) ? before : namesake(form, meeting, taken);
    if (into !== undefined) taken.add(into);
    return { meeting, into: into ?? "new" };
  });
};

/** As a choice in a list says it. */
export const intoFrom = (value: string): Into =>
  value === "new" || value === "none" ? value : slotIdSchema.parse(value);

/** True where two meetings would go into one slot. */
export const collide = (placed: readonly PlacedMeeting[]): boolean => {
  const slots = placed.map(({ into }) => into).filter((into) => into !== "new" && into !== "none");
  return new Set(slots).size < slots.length;
};

/** Only who holds a card is seated; where the calendar names nobody like that, the people stay. */
const arranged = (slot: Slot, form: PlanForm, meeting: Meeting, seats: boolean): Slot => {
  const { startsAt, minutes, room } = meeting;
  const holders = new Set(form.persons.filter(holdsCards).map(({ personId }) => personId));
  const seated = knownPeople(meeting, form.persons).known.filter((personId) => holders.has(personId));
  const interviewers = seats && seated.length > 0 ? seated : slot.interviewers;
  return {
    ...slot,
    startsAt,
    minutes,
    room: room === "" ? slot.room : room,
    interviewers: [...interviewers],
  };
};

const remembered = (form: PlanForm, { uid }: Meeting, slotId: SlotId): PlanForm =>
  uid === "" ? form : { ...form, meetings: { ...form.meetings, [uid]: slotId } };

const withNew = (form: PlanForm, meeting: Meeting, slotId: SlotId): PlanForm => {
  const added = addSlot(form, slotId, meeting.startsAt);
  const slots = added.slots.map((slot) =>
    slot.slotId === slotId ? arranged({ ...slot, title: meeting.title }, form, meeting, true) : slot,
  );
  return remembered({ ...added, slots }, meeting, slotId);
};

const withMoved = (form: PlanForm, meeting: Meeting, slotId: SlotId): PlanForm => {
  const slot = form.slots.find((one) => one.slotId === slotId);
  if (slot === undefined) return form;
  const isKnown = meeting.uid !== "" && form.meetings[meeting.uid] === slotId;
  return remembered(changeSlot(form, arranged(slot, form, meeting, !isKnown)), meeting, slotId);
};

/**
 * The plan with the meetings in it. A meeting that comes for the second time moves its slot and changes nobody's seat, which
 * may have been chosen since.
 */
export const takeMeetings = (
  form: PlanForm,
  placed: readonly PlacedMeeting[],
  newSlotId: () => SlotId,
): PlanForm =>
  placed.reduce((taken, { meeting, into }) => {
    if (into === "none") return taken;
    return into === "new" ? withNew(taken, meeting, newSlotId()) : withMoved(taken, meeting, into);
  }, form);
