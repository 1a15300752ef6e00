import type { PersonId } from "../../../domain/ids";
import { handedSlot } from "../../../domain/loop/move-slot";
import type { Break, Slot } from "../../../domain/loop/plan";

/** One line of the timeline; without a person it holds the slots nobody sits in. */
export interface TimelineRow {
  readonly personId: PersonId | null;
  readonly name: string;
}

/** Whoever sits or plays in the slot; the empty line has those where nobody does. */
export const isIn = (slot: Slot, personId: PersonId | null): boolean =>
  personId === null
    ? slot.interviewers.length === 0
    : slot.interviewers.includes(personId) || slot.rolePlayers.some((one) => one.personId === personId);

export const isPausing = ({ personIds }: Break, personId: PersonId | null): boolean =>
  personIds === null || (personId !== null && personIds.includes(personId));

/** One line per person, and one for slots that nobody sits in while there are any. */
export const timelineRows = (
  people: readonly { readonly personId: PersonId; readonly name: string }[],
  slots: readonly Slot[],
): readonly TimelineRow[] => {
  const named = people.map(({ personId, name }) => ({
    personId,
    name: name.trim() === "" ? "A person without a name" : name,
  }));
  const hasLoose = slots.some((slot) => isIn(slot, null));
  return hasLoose ? [...named, { personId: null, name: "Nobody yet" }] : named;
};

/** The person so many lines further down, among those who can be given a slot; null at the ends. */
export const neighbour = (
  rows: readonly TimelineRow[],
  personId: PersonId | null,
  by: number,
): PersonId | null => {
  const index = rows.findIndex((row) => row.personId === personId);
  return rows[index + by]?.personId ?? null;
};

const seatedIn = (slot: Slot, to: PersonId): Slot =>
  slot.interviewers.includes(to) ? slot : { ...slot, interviewers: [...slot.interviewers, to] };

/** A slot given to another person, or to a first one. */
export const givenTo = (slot: Slot, from: PersonId | null, to: PersonId): Slot =>
  from === null ? seatedIn(slot, to) : handedSlot(slot, from, to);
