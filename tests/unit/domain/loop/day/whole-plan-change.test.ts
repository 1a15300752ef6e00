import { describe, expect, it } from "vitest";
import { breakIdSchema, competencyIdSchema } from "../../../../../src/domain/ids";
import { calendarText } from "../../../../../src/domain/loop/calendar-text";
import { changePlan, type PlanChange } from "../../../../../src/domain/loop/day/plan-change";
import { planDifferences } from "../../../../../src/domain/loop/day/plan-difference";
import type { Break, Plan, Weight } from "../../../../../src/domain/loop/plan";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";
import { aPerson, aPlan, aSlot, loopId, noon, slotId } from "../../../../support/builders/record";

const lunchId = anId(breakIdSchema, "lunch");
const lunch: Break = {
  breakId: lunchId,
  title: "Lunch",
  startsAt: "2026-11-23T12:00",
  minutes: 60,
  personIds: null,
};
const tour: Break = { ...lunch, breakId: anId(breakIdSchema, "tour"), title: "Tour", minutes: 20 };
const plan = aPlan([aSlot("one", ["ana"])], { breaks: [lunch] });
const ground = { persons: [aPerson("ana")], escrow: null, sealed: [], begun: false };

const changed = (change: PlanChange, before = plan): Plan => unwrap(changePlan(before, change, ground));
const refusal = (change: PlanChange, around = ground, before = plan) => {
  const answer = changePlan(before, change, around);
  return answer.ok ? null : answer.error.type;
};

describe("breaks of a running loop", () => {
  it("are added, moved and taken out", () => {
    const added = changed({ kind: "breakAdded", pause: tour });
    expect(added.breaks).toEqual([lunch, tour]);
    const moved = changed({ kind: "breakChanged", pause: { ...lunch, startsAt: "2026-11-23T12:30" } }, added);
    expect(moved.breaks.map(({ startsAt }) => startsAt)).toEqual(["2026-11-23T12:30", "2026-11-23T12:00"]);
    expect(changed({ kind: "breakRemoved", breakId: lunchId }, moved).breaks).toEqual([tour]);
  });

  it("are refused where there is none, twice the same, no time, or nothing new", () => {
    expect(refusal({ kind: "breakRemoved", breakId: tour.breakId })).toBe("unknownBreak");
    expect(refusal({ kind: "breakChanged", pause: tour })).toBe("unknownBreak");
    expect(refusal({ kind: "breakAdded", pause: lunch })).toBe("unknownBreak");
    expect(refusal({ kind: "breakAdded", pause: { ...tour, startsAt: "" } })).toBe("breakInvalid");
    expect(refusal({ kind: "breakAdded", pause: { ...tour, title: "  " } })).toBe("breakInvalid");
    expect(refusal({ kind: "breakAdded", pause: { ...tour, minutes: 601 } })).toBe("breakInvalid");
    expect(refusal({ kind: "breakChanged", pause: lunch })).toBe("nothingChanges");
  });

  it("are told in the differences; one that moves with the slots is marked so", () => {
    expect(planDifferences(plan, changed({ kind: "breakAdded", pause: tour }))).toEqual([
      { kind: "breakAdded", breakId: tour.breakId, title: "Tour", startsAt: tour.startsAt, minutes: 20 },
    ]);
    const alone = changed({ kind: "breakChanged", pause: { ...lunch, startsAt: "2026-11-23T12:30" } });
    expect(planDifferences(plan, alone)).toMatchObject([
      { kind: "breakMoved", from: "2026-11-23T12:00", to: "2026-11-23T12:30", minutes: 60, withSlots: false },
    ]);
    const late = changed({ kind: "late", slotId: slotId("one"), minutes: 15 });
    expect(planDifferences(plan, late)).toMatchObject([
      { kind: "moved" },
      { kind: "breakMoved", to: "2026-11-23T12:15", withSlots: true },
    ]);
  });

  it("carry a larger SEQUENCE in the calendar once they moved, with the slots or alone", () => {
    const late = changed({ kind: "late", slotId: slotId("one"), minutes: 15 });
    const changes = [{ differences: planDifferences(plan, late) }];
    const facts = { loopId, plan: late, persons: ground.persons, at: noon, personId: null, withName: false };
    const text = calendarText({ ...facts, changes });
    expect([...text.matchAll(/SEQUENCE:(\d+)/g)].map(([, number]) => number)).toEqual(["1", "1"]);
  });
});

describe("weights of a running loop", () => {
  const heavy: Weight[] = [{ competencyId: competencyIdSchema.parse("samples"), weight: 2 }];
  const change = (weights: Weight[] = heavy, weightsReason = "The lab needs it."): PlanChange => ({
    kind: "weights",
    weights,
    weightsReason,
  });

  it("change with their reason until an interview begins", () => {
    expect(changed(change())).toMatchObject({ weights: heavy, weightsReason: "The lab needs it." });
    expect(planDifferences(plan, changed(change()))).toEqual([{ kind: "other", what: "weights" }]);
  });

  it("lose the reason where they become equal again", () => {
    const equal = heavy.map((each) => ({ ...each, weight: 1 }));
    expect(changed(change(equal), changed(change()))).toMatchObject({ weights: [], weightsReason: "" });
  });

  it("are refused once an interview began or they were frozen, out of range, or where nothing changes", () => {
    expect(refusal(change(), { ...ground, begun: true })).toBe("weightsFrozen");
    expect(refusal(change(), ground, { ...plan, weightsFrozenAt: noon })).toBe("weightsFrozen");
    expect(refusal(change(heavy.map((each) => ({ ...each, weight: Number.NaN }))))).toBe("weightInvalid");
    expect(refusal(change([]))).toBe("nothingChanges");
  });
});
