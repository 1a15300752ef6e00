import { describe, expect, it } from "vitest";
import { breakIdSchema, personIdSchema, questionIdSchema, slotIdSchema } from "../../../../src/domain/ids";
import { copyPlan } from "../../../../src/domain/loop/copy-plan";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aPerson, aPlan, aSlot, personId } from "../../../support/builders/record";

const ids = () => {
  let made = 0;
  const next = () => {
    made += 1;
    return `new-${made}`;
  };
  return {
    newPersonId: () => anId(personIdSchema, next()),
    newSlotId: () => anId(slotIdSchema, next()),
    newBreakId: () => anId(breakIdSchema, next()),
  };
};

const questions = ["q-candour", "q-samples"].map((id) => questionIdSchema.parse(id));
const plan = aPlan(
  [
    aSlot("one", ["ana", "ben"], { startsAt: "2026-11-27T09:30", questionIds: questions }),
    aSlot("gone", [], { cancelled: true }),
    aSlot("two", ["ben"], { startsAt: "2026-11-30T14:00", questionIds: [] }),
  ],
  {
    breaks: [
      {
        breakId: anId(breakIdSchema, "lunch"),
        title: "Lunch",
        startsAt: "2026-11-27T12:00",
        minutes: 60,
        personIds: [personId("ben")],
      },
    ],
    accommodations: "30 minutes more",
    weightsReason: "Most of the work.",
  },
);
const persons = [aPerson("ana", ["facilitator", "panelist"]), aPerson("ben")];
const copied = (kit = aKit()) => copyPlan({ plan, persons, kit, firstDay: "2026-12-31" }, ids());

describe("the plan for the next candidate of a role", () => {
  it("asks the same questions in the same order, in the slots that were held", () => {
    const { slots, missing } = copied();
    expect(slots.map(({ title, questionIds }) => [title, questionIds])).toEqual([
      ["one", questions],
      ["two", []],
    ]);
    expect(missing).toEqual([]);
  });

  it("keeps times of day and the days between, over the end of a month and a year", () => {
    const { slots, breaks } = copied();
    expect(slots.map(({ startsAt }) => startsAt)).toEqual(["2026-12-31T09:30", "2027-01-03T14:00"]);
    expect(breaks.map(({ startsAt }) => startsAt)).toEqual(["2026-12-31T12:00"]);
  });

  it("shares no id with the first, and seats the same people under their new ones", () => {
    const made = copied();
    const [ana, ben] = made.persons.map(({ personId: id }) => id);
    expect(made.persons.map(({ name }) => name)).toEqual(["ana", "ben"]);
    expect([ana, ben]).not.toContain(personId("ana"));
    expect(made.slots[0]?.interviewers).toEqual([ana, ben]);
    expect(made.breaks[0]?.personIds).toEqual([ben]);
    expect(made.slots[0]?.slotId).not.toBe(plan.slots[0]?.slotId);
  });

  it("takes the weights along and leaves what was arranged for the first candidate", () => {
    const { rules } = copied();
    expect(rules.weightsReason).toBe("Most of the work.");
    expect(rules).not.toHaveProperty("accommodations");
  });

  it("names the questions the role kit no longer has, instead of leaving them out silently", () => {
    const kit = aKit();
    const changed = { ...kit, questions: kit.questions.filter(({ id }) => id !== "q-samples") };
    const { slots, missing } = copied(changed);
    expect(missing).toEqual(["q-samples"]);
    expect(slots[0]?.questionIds).toEqual(["q-candour"]);
  });
});
