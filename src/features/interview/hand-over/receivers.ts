import { coverageBoard } from "../../../domain/loop/coverage/coverage-board";
import { nextSlot } from "../../../domain/loop/coverage/next-slot";
import type { Person } from "../../../domain/loop/roster";
import type { OpenView } from "../desk";

export interface Receiver extends Person {
  /** True where they interview in the next slot nobody has begun. */
  readonly isNext: boolean;
}

/** To whom something may be handed over: everybody else, the next interviewers first. */
export const receivers = (view: OpenView): readonly Receiver[] => {
  const next = new Set(nextSlot(view, coverageBoard(view))?.interviewers ?? []);
  return view.persons
    .filter(({ personId }) => personId !== view.me?.personId)
    .map((person) => ({ ...person, isNext: next.has(person.personId) }))
    .toSorted((one, other) => Number(other.isNext) - Number(one.isNext));
};
