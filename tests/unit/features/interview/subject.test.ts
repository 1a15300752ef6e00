import { describe, expect, it } from "vitest";
import { newCard } from "../../../../src/domain/card/new-card";
import { levelIdSchema } from "../../../../src/domain/ids";
import type { Kit } from "../../../../src/domain/kit/kit";
import { exerciseScaleOf } from "../../../../src/domain/kit/lookup";
import type { Slot } from "../../../../src/domain/loop/plan";
import { subjectsOf } from "../../../../src/features/interview/subject";
import { aKit } from "../../../support/builders/kit";
import { aPlan, aSlot, exerciseId, kitRoot, loopId, noon, personId } from "../../../support/builders/record";

const subjectsIn = (slot: Slot, level = "junior", kit: Kit = aKit()) => {
  const card = newCard(slot, { loopId, personId: personId("ana"), kitRoot }, noon);
  return subjectsOf(kit, aPlan([slot], { levelId: levelIdSchema.parse(level) }), slot, card);
};

describe("what a slot's card is about", () => {
  it("is its questions in the planned order, the exercise last", () => {
    const slot = aSlot("bench", ["ana"], { exerciseId: exerciseId("spill") });
    expect(subjectsIn(slot).map(({ kindName, title }) => `${kindName}: ${title}`)).toEqual([
      "Competency: Sample handling",
      "Competency: Instrument care",
      "Attitude: Candour",
      "Exercise: A spill at five",
    ]);
  });

  it("shows what the plan's level expects of a competency, else what it requires, else nothing", () => {
    const expected = (level: string) => subjectsIn(aSlot("bench", ["ana"]), level).map((one) => one.expected);
    expect(expected("junior").slice(0, 2)).toEqual([
      "Expected at Junior: Carries most weight.",
      "Expected at Junior: Calibrates with a checklist.",
    ]);
    expect(expected("senior").slice(0, 2)).toEqual(["Expected at Senior: Designs how samples flow.", ""]);
  });

  it("shows an attitude's definition at every level, and for an exercise nothing: its criteria are ticked one by one", () => {
    const slot = aSlot("bench", ["ana"], { exerciseId: exerciseId("spill") });
    expect(
      subjectsIn(slot, "senior")
        .slice(2)
        .map((one) => one.expected),
    ).toEqual(["Says early what went wrong.", ""]);
  });

  it("has no question state for an exercise, which is not asked", () => {
    const slot = aSlot("bench", ["ana"], { exerciseId: exerciseId("spill") });
    expect(subjectsIn(slot).map(({ state }) => state)).toEqual(["open", "open", "open", null]);
  });

  it("is nothing for a slot without questions and exercise", () => {
    expect(subjectsIn(aSlot("bench", ["ana"], { questionIds: [] }))).toEqual([]);
  });

  it("reads out an exercise's problem where it has no prompt, and its title where it has neither", () => {
    const slot = aSlot("bench", ["ana"], { questionIds: [], exerciseId: exerciseId("spill") });
    const bare = aKit({ exercises: aKit().exercises.map((one) => ({ ...one, problem: "" })) });
    expect(subjectsIn(slot)[0]?.prompt).toBe("Make it safe and hand over.");
    expect(subjectsIn(slot, "junior", bare)[0]?.prompt).toBe("A spill at five");
  });
});

describe("an exercise's scale", () => {
  it("takes the exercise's own anchors by label and keeps the kit's where there is none", () => {
    const kit = aKit();
    const [exercise] = kit.exercises;
    if (exercise === undefined) throw new Error("the kit has an exercise");
    const scale = kit.exerciseScale.map((point) => ({ ...point, anchor: `kit: ${point.label}` }));
    expect(exerciseScaleOf({ ...kit, exerciseScale: scale }, exercise).map(({ anchor }) => anchor)).toEqual([
      "kit: Below",
      "Makes it safe, then reports.",
      "kit: Exceeds",
    ]);
  });
});
