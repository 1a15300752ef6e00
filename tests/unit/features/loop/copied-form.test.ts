import { expect, it } from "vitest";
import { breakIdSchema, personIdSchema, slotIdSchema } from "../../../../src/domain/ids";
import { copiedForm } from "../../../../src/features/loop/copied-form";
import { planGaps } from "../../../../src/features/loop/plan-gaps";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aPerson, aPlan, aSlot } from "../../../support/builders/record";

const copied = (meName: string) => {
  let made = 0;
  const next = () => {
    made += 1;
    return `new-${made}`;
  };
  const ids = {
    newPersonId: () => anId(personIdSchema, next()),
    newSlotId: () => anId(slotIdSchema, next()),
    newBreakId: () => anId(breakIdSchema, next()),
  };
  const persons = [aPerson("ana", ["facilitator"]), aPerson("ben"), aPerson("cleo", ["hiringManager"])];
  const me = persons.find(({ name }) => name === meName);
  if (me === undefined) throw new Error(`nobody is called ${meName}`);
  const source = { kit: aKit(), firstStart: "2026-12-01T09:00", newSlotId: ids.newSlotId };
  return copiedForm(source, { plan: aPlan([aSlot("one", ["ben"])]), persons, me }, ids);
};

it("a copied plan lacks nothing but its candidate", () => {
  const { form, missing } = copied("ana");
  expect(planGaps(form)).toEqual([{ type: "candidate" }]);
  expect(missing).toEqual([]);
  expect(form.slots[0]?.startsAt).toBe("2026-12-01T09:30");
});

it("who copies a plan facilitates the copy and stands first; nobody is left without a hat", () => {
  const { form } = copied("ben");
  expect(form.persons.map(({ name, hats }) => [name, hats])).toEqual([
    ["ben", ["facilitator", "panelist"]],
    ["ana", ["observer"]],
    ["cleo", ["hiringManager"]],
  ]);
  expect(form.me).toBe(form.persons[0]?.personId);
});
