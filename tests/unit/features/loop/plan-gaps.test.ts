import { describe, expect, it } from "vitest";
import {
  breakIdSchema,
  candidateIdSchema,
  competencyIdSchema,
  levelIdSchema,
} from "../../../../src/domain/ids";
import type { Break, Slot } from "../../../../src/domain/loop/plan";
import type { Person } from "../../../../src/domain/loop/roster";
import { noRules, type PlanForm, removePerson } from "../../../../src/features/loop/plan-form";
import { escrowChoices, planGaps, toLoopDraft } from "../../../../src/features/loop/plan-gaps";
import { gapSentence } from "../../../../src/features/loop/words";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aPerson, aSlot, exerciseId, personId, slotId } from "../../../support/builders/record";

const candidateId = anId(candidateIdSchema, "noor");

const aForm = (
  persons: readonly Person[],
  slots: readonly Slot[],
  overrides: Partial<PlanForm> = {},
): PlanForm => ({
  candidateId,
  levelId: levelIdSchema.parse("junior"),
  persons,
  me: persons[0]?.personId ?? personId("ana"),
  slots,
  deputies: null,
  escrow: null,
  meetings: {},
  ...noRules(),
  ...overrides,
});

const ana = aPerson("ana", ["facilitator", "panelist"]);
const tomas = aPerson("tomas");
const whole = aForm([ana, tomas], [aSlot("bench", ["ana", "tomas"])]);

const lunch: Break = {
  breakId: anId(breakIdSchema, "lunch"),
  title: "Lunch",
  startsAt: "2026-11-23T12:00",
  minutes: 60,
  personIds: null,
};
const heavy = [{ competencyId: competencyIdSchema.parse("sample-handling"), weight: 2 }];

const withNamelessBreak: PlanForm = { ...whole, breaks: [{ ...lunch, title: " " }] };

const typesOf = (form: PlanForm): readonly string[] => planGaps(form).map((gap) => gap.type);

describe("a plan that is ready", () => {
  it("has no gap and becomes a loop with trimmed names", () => {
    const form = { ...whole, persons: [{ ...ana, name: " Ana Brandt " }, tomas] };
    expect(planGaps(form)).toEqual([]);
    expect(toLoopDraft(form, aKit())?.persons.map(({ name }) => name)).toEqual(["Ana Brandt", "tomas"]);
  });

  it("may consist of an exercise alone", () => {
    const spill = aSlot("spill", ["ana"], { questionIds: [], exerciseId: exerciseId("spill") });
    expect(planGaps(aForm([ana], [spill]))).toEqual([]);
  });
});

describe("who stands in when a laptop is gone", () => {
  const hana = aPerson("hana", ["recordsKeeper"]);
  const theo = aPerson("theo", ["hiringManager"]);
  const people = aForm([ana, tomas, theo, hana], [aSlot("bench", ["ana", "tomas"])]);

  it("is the hiring manager and nobody for escrow, unless the form says otherwise", () => {
    expect(toLoopDraft(people, aKit())).toMatchObject({ deputies: [personId("theo")], escrow: null });
    const chosen = {
      ...people,
      deputies: [personId("tomas"), personId("theo")],
      escrow: personId("hana"),
    };
    expect(toLoopDraft(chosen, aKit())).toMatchObject({
      deputies: [personId("tomas"), personId("theo")],
      escrow: personId("hana"),
    });
  });

  it("holds no escrow while owing a card", () => {
    expect(escrowChoices(people).map(({ name }) => name)).toEqual(["theo", "hana"]);
    expect(toLoopDraft({ ...people, escrow: personId("tomas") }, aKit())?.escrow).toBeNull();
  });

  it("leaves the plan with the person", () => {
    const chosen = { ...people, deputies: [personId("theo")], escrow: personId("theo") };
    expect(removePerson(chosen, personId("theo"))).toMatchObject({ deputies: [], escrow: null });
  });
});

describe("the rules of a plan", () => {
  it("go into the loop as they were set; equal weights are none and need no reason", () => {
    const form = {
      ...whole,
      breaks: [lunch],
      policy: { evidenceRequired: true },
      accommodations: " 30 minutes more ",
      weights: [{ ...heavy[0], weight: 1 } as (typeof heavy)[number]],
      weightsReason: "left over",
    };
    expect(toLoopDraft(form, aKit())?.plan).toMatchObject({
      formatVersion: 2,
      breaks: [lunch],
      policy: { evidenceRequired: true },
      accommodations: "30 minutes more",
      weights: [],
      weightsReason: "",
      weightsFrozenAt: null,
    });
    const unequal = { ...whole, weights: heavy, weightsReason: "Most of the work." };
    expect(toLoopDraft(unequal, aKit())?.plan).toMatchObject({
      weights: heavy,
      weightsReason: "Most of the work.",
    });
  });
});

describe("a plan with a gap", () => {
  it.each([
    ["without a candidate", { ...whole, candidateId: null }, "candidate"],
    ["with a person without a name", { ...whole, persons: [ana, { ...tomas, name: " " }] }, "names"],
    ["with two of one name", { ...whole, persons: [ana, { ...tomas, name: " ANA" }] }, "sameName"],
    ["without a slot", { ...whole, slots: [] }, "slots"],
    ["with a slot without a name", aForm([ana], [aSlot("bench", ["ana"], { title: " " })]), "slotTitle"],
    [
      "with names that differ by case and accents only",
      aForm([ana, aPerson("Àna")], whole.slots),
      "sameName",
    ],
    ["with a break without a name", withNamelessBreak, "breakTitle"],
    ["with unequal weights and no reason", { ...whole, weights: heavy, weightsReason: " " }, "weightsReason"],
    ["with an empty slot", aForm([ana], [aSlot("bench", [])]), "panelist"],
    [
      "with a slot that asks nothing",
      aForm([ana], [aSlot("bench", ["ana"], { questionIds: [] })]),
      "nothingToAsk",
    ],
  ] as const)("%s makes no loop and says so", (_, form, gap) => {
    expect(typesOf(form)).toEqual([gap]);
    expect(toLoopDraft(form, aKit())).toBeNull();
  });

  it("does not call two people namesakes because neither has a name yet", () => {
    const form = aForm(
      [
        { ...ana, name: "" },
        { ...tomas, name: "" },
      ],
      [aSlot("bench", ["ana"])],
    );
    expect(typesOf(form)).toEqual(["names"]);
  });

  it("counts a slot with only a shadow in it as one without a panelist", () => {
    const form = aForm([ana, aPerson("noa", ["shadow"])], [aSlot("bench", ["noa"])]);
    expect(planGaps(form)).toEqual([{ type: "panelist", slot: "bench" }]);
  });

  it("names the slot it is about", () => {
    expect(gapSentence({ type: "panelist", slot: "Across the Table" })).toBe(
      "“Across the Table” has no panelist.",
    );
    expect(gapSentence({ type: "nothingToAsk", slot: " " })).toBe("A slot asks nothing yet.");
  });
});

describe("required cards", () => {
  const requiredOf = (persons: readonly Person[], seated: readonly string[]): readonly string[] =>
    toLoopDraft(aForm(persons, [aSlot("bench", seated)]), aKit())?.plan.required.map(
      ({ personId: owner }) => owner,
    ) ?? [];

  it("are owed by every panelist of a slot, by slot and person", () => {
    const draft = toLoopDraft(
      aForm([ana, tomas], [aSlot("bench", ["ana", "tomas"]), aSlot("talk", ["tomas"])]),
      aKit(),
    );
    expect(draft?.plan.required).toEqual([
      { slotId: slotId("bench"), personId: personId("ana") },
      { slotId: slotId("bench"), personId: personId("tomas") },
      { slotId: slotId("talk"), personId: personId("tomas") },
    ]);
  });

  it("excuse shadows, also where a shadow is called a panelist as well", () => {
    const shadow = aPerson("noa", ["panelist", "shadow"]);
    expect(requiredOf([ana, shadow], ["ana", "noa"])).toEqual([personId("ana")]);
  });

  it("excuse observers, role players and records keepers who were left in a slot", () => {
    const others = [
      aPerson("obs", ["observer"]),
      aPerson("role", ["rolePlayer"]),
      aPerson("hr", ["recordsKeeper"]),
    ];
    expect(requiredOf([ana, ...others], ["ana", "obs", "role", "hr"])).toEqual([personId("ana")]);
  });

  it("are owed by a hiring manager who is a panelist, and not by one who only decides", () => {
    const scoring = aPerson("tomas", ["hiringManager", "panelist"]);
    const deciding = aPerson("tomas", ["hiringManager"]);
    expect(requiredOf([ana, scoring], ["ana", "tomas"])).toEqual([personId("ana"), personId("tomas")]);
    expect(requiredOf([ana, deciding], ["ana", "tomas"])).toEqual([personId("ana")]);
  });
});
