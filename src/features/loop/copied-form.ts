import type { QuestionId } from "../../domain/ids";
import { type CopyIds, copyPlan } from "../../domain/loop/copy-plan";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Plan } from "../../domain/loop/plan";
import type { Hat, Person } from "../../domain/loop/roster";
import { noRules, type PlanForm, type SlotSource } from "./plan-form";

/** A loop whose plan the next candidate gets too. */
export interface Like {
  readonly plan: Plan;
  readonly persons: LoopView["persons"];
  readonly me: Person;
}

export interface CopiedForm {
  readonly form: PlanForm;
  /** Questions that the role kit no longer asks at this level. */
  readonly missing: readonly QuestionId[];
}

/** Who makes a loop facilitates it; who facilitated the first one keeps the other hats. */
const hatsInCopy = ({ hats }: Person, isMe: boolean): Hat[] => {
  const others = hats.filter((hat) => hat !== "facilitator");
  if (isMe) return ["facilitator", ...others];
  return others.length === 0 ? ["observer"] : others;
};

/** The form for the next candidate of the role: everything but the candidate is there. */
export const copiedForm = (source: SlotSource, like: Like, ids: CopyIds): CopiedForm => {
  const facts = { plan: like.plan, persons: like.persons, kit: source.kit };
  const copied = copyPlan({ ...facts, firstDay: source.firstStart.slice(0, 10) }, ids);
  const me = copied.personOf(like.me.personId);
  const persons = copied.persons
    .map((person) => ({ ...person, hats: hatsInCopy(person, person.personId === me) }))
    .toSorted((one, other) => Number(other.personId === me) - Number(one.personId === me));
  const { slots, breaks, rules, missing } = copied;
  const people = { persons, me, deputies: null, escrow: null };
  return {
    form: { candidateId: null, ...people, slots, meetings: {}, ...noRules(), ...rules, breaks: [...breaks] },
    missing,
  };
};
