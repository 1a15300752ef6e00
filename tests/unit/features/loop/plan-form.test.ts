import { describe, expect, it } from "vitest";
import { levelIdSchema, slotIdSchema } from "../../../../src/domain/ids";
import type { Slot } from "../../../../src/domain/loop/plan";
import {
  addPerson,
  addSlot,
  changeLevel,
  changePerson,
  changeSlot,
  newPlanForm,
  type PlanForm,
  removePerson,
  removeSlot,
  type SlotSource,
} from "../../../../src/features/loop/plan-form";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aPerson, personId } from "../../../support/builders/record";

const senior = levelIdSchema.parse("senior");

const source = (): SlotSource => {
  let made = 0;
  return {
    kit: aKit(),
    firstStart: "2026-11-23T09:00",
    newSlotId: () => {
      made += 1;
      return anId(slotIdSchema, `slot-${made}`);
    },
  };
};

const facilitator = aPerson("ana", ["facilitator", "panelist"]);
const newForm = (): PlanForm => newPlanForm(source(), null, facilitator);

const seatsOf = (form: PlanForm): readonly (readonly string[])[] =>
  form.slots.map((slot) => slot.interviewers);

const firstSlot = (form: PlanForm): Slot => {
  const [slot] = form.slots;
  if (slot === undefined) throw new Error("the form has no slot");
  return slot;
};

describe("a new plan", () => {
  it("begins at the kit's first level with its rounds and exercises, and this laptop's person in every slot", () => {
    const form = newForm();
    expect(form.levelId).toBe("junior");
    expect(form.slots.map((slot) => slot.title)).toEqual(["Bench interview", "A spill at five"]);
    expect(seatsOf(form)).toEqual([[personId("ana")], [personId("ana")]]);
  });

  it("leaves a facilitator who does not score out of the slots", () => {
    const form = newPlanForm(source(), null, aPerson("ana", ["facilitator"]));
    expect(seatsOf(form)).toEqual([[], []]);
  });
});

describe("people of a plan", () => {
  it("sit in every slot when they are added as panelists", () => {
    const form = addPerson(newForm(), aPerson("tomas"));
    expect(seatsOf(form)).toEqual([
      [personId("ana"), personId("tomas")],
      [personId("ana"), personId("tomas")],
    ]);
  });

  it("sit in every slot as shadows too, since a shadow writes a card that never counts", () => {
    const form = addPerson(newForm(), aPerson("noa", ["shadow"]));
    expect(seatsOf(form)).toEqual([
      [personId("ana"), personId("noa")],
      [personId("ana"), personId("noa")],
    ]);
  });

  it.each([["observer"], ["recordsKeeper"], ["rolePlayer"]] as const)(
    "sit nowhere as %s, who holds no card",
    (hat) => {
      const form = addPerson(newForm(), aPerson("rafael", [hat]));
      expect(form.persons).toHaveLength(2);
      expect(seatsOf(form)).toEqual([[personId("ana")], [personId("ana")]]);
    },
  );

  it("leave every slot when they stop scoring, and sit in all of them when they begin", () => {
    const both = addPerson(newForm(), aPerson("tomas"));
    const observing = changePerson(both, aPerson("tomas", ["observer"]));
    expect(seatsOf(observing)).toEqual([[personId("ana")], [personId("ana")]]);
    expect(seatsOf(changePerson(observing, aPerson("tomas")))).toEqual(seatsOf(both));
  });

  it("keep their seats when only the name or another hat changes", () => {
    const both = addPerson(newForm(), aPerson("tomas"));
    const seated = changeSlot(both, { ...firstSlot(both), interviewers: [personId("tomas")] });
    const renamed = changePerson(seated, { ...aPerson("tomas", ["panelist", "hiringManager"]), name: "Tom" });
    expect(renamed.persons.map(({ name }) => name)).toEqual(["ana", "Tom"]);
    expect(seatsOf(renamed)).toEqual([[personId("tomas")], [personId("ana"), personId("tomas")]]);
  });

  it("leave the plan and every slot together", () => {
    const form = removePerson(addPerson(newForm(), aPerson("tomas")), personId("tomas"));
    expect(form.persons.map(({ name }) => name)).toEqual(["ana"]);
    expect(seatsOf(form)).toEqual([[personId("ana")], [personId("ana")]]);
  });
});

describe("another level", () => {
  it("asks its own questions in slots that keep their people, time, room and name", () => {
    const form = newForm();
    const arranged = changeSlot(form, {
      ...firstSlot(form),
      title: "Bench",
      room: "Lab 1",
      startsAt: "2026-11-24T13:00",
      minutes: 20,
      interviewers: [],
    });
    const changed = changeLevel(arranged, senior, source());
    expect(firstSlot(arranged).questionIds).toContain("q-samples");
    expect(firstSlot(changed)).toMatchObject({
      slotId: firstSlot(form).slotId,
      title: "Bench",
      room: "Lab 1",
      startsAt: "2026-11-24T13:00",
      minutes: 20,
      interviewers: [],
      questionIds: ["q-instruments", "q-candour"],
    });
    expect(changed.levelId).toBe(senior);
  });

  it("brings back a slot that was taken out, and keeps one that was added by hand with what it may still ask", () => {
    const form = newForm();
    const without = removeSlot(form, firstSlot(form).slotId);
    const added = addSlot(without, anId(slotIdSchema, "hand"), "2026-11-23T09:00");
    const asked = changeSlot(added, {
      ...(added.slots.at(-1) ?? firstSlot(form)),
      questionIds: firstSlot(form).questionIds,
    });
    const changed = changeLevel(asked, senior, source());
    expect(changed.slots.map((slot) => slot.title)).toEqual([
      "Bench interview",
      "A spill at five",
      "Another interview",
    ]);
    expect(changed.slots.at(-1)?.questionIds).toEqual(["q-instruments", "q-candour"]);
  });
});

describe("a kit whose questions have no round", () => {
  it("keeps its one slot and a slot added by hand apart over a change of level", () => {
    const kit = aKit({
      rounds: [],
      exercises: [],
      questions: aKit().questions.map((question) => ({ ...question, roundId: null })),
    });
    const homeless: SlotSource = { ...source(), kit };
    const form = newPlanForm(homeless, null, facilitator);
    const added = addSlot(form, anId(slotIdSchema, "hand"), "2026-11-23T09:00");
    const arranged = changeSlot(added, { ...firstSlot(added), room: "Lab 1" });
    const changed = changeLevel(arranged, senior, homeless);
    expect(changed.slots.map(({ title, room }) => `${title} ${room}`)).toEqual([
      "Interview Lab 1",
      "Another interview ",
    ]);
  });
});

describe("a slot added by hand", () => {
  it("begins when the last one ends, with everybody who holds cards and nothing to ask yet", () => {
    const form = addPerson(newForm(), aPerson("rafael", ["observer"]));
    const added = addSlot(form, anId(slotIdSchema, "hand"), "2026-11-23T09:00");
    expect(form.slots.at(-1)).toMatchObject({ startsAt: "2026-11-23T09:45", minutes: 30 });
    expect(added.slots.at(-1)).toMatchObject({
      startsAt: "2026-11-23T10:15",
      interviewers: [personId("ana")],
      questionIds: [],
      exerciseId: null,
    });
  });

  it("begins in the morning where it is the first", () => {
    const empty: PlanForm = { ...newForm(), slots: [] };
    expect(firstSlot(addSlot(empty, anId(slotIdSchema, "hand"), "2026-11-23T09:00")).startsAt).toBe(
      "2026-11-23T09:00",
    );
  });
});
