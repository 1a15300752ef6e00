import { describe, expect, it } from "vitest";
import { levelIdSchema, slotIdSchema } from "../../../../src/domain/ids";
import type { Kit } from "../../../../src/domain/kit/kit";
import { addMinutes, suggestSlots } from "../../../../src/domain/loop/suggest-slots";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { personId } from "../../../support/builders/record";

const suggest = (kit: Kit, level: string) => {
  let count = 0;
  const newSlotId = () => {
    count += 1;
    return anId(slotIdSchema, `slot${count}`);
  };
  return suggestSlots(kit, levelIdSchema.parse(level), "2026-11-23T09:00", [personId("ana")], newSlotId);
};

describe("a suggested plan", () => {
  it("has a slot per round with the round's questions at the level, then the exercises, one after the other", () => {
    expect(
      suggest(aKit(), "junior").map(({ title, startsAt, minutes, questionIds, exerciseId }) => ({
        title,
        startsAt,
        minutes,
        questions: questionIds.length,
        exerciseId,
      })),
    ).toEqual([
      { title: "Bench interview", startsAt: "2026-11-23T09:00", minutes: 45, questions: 3, exerciseId: null },
      {
        title: "A spill at five",
        startsAt: "2026-11-23T09:45",
        minutes: 30,
        questions: 0,
        exerciseId: "spill",
      },
    ]);
  });

  it("leaves out questions of other levels", () => {
    expect(suggest(aKit(), "senior")[0]?.questionIds).toEqual(["q-instruments", "q-candour"]);
  });

  it("finds a place for questions without a round", () => {
    const kit = aKit();
    const homeless = {
      ...kit,
      rounds: [],
      exercises: [],
      questions: kit.questions.map((q) => ({ ...q, roundId: null })),
    };
    expect(suggest(homeless, "junior").map(({ title, questionIds }) => [title, questionIds.length])).toEqual([
      ["Interview", 3],
    ]);
  });
});

describe("adding minutes to a local time", () => {
  it("crosses midnight, month ends and leap days", () => {
    expect(addMinutes("2026-12-31T23:30", 45)).toBe("2027-01-01T00:15");
    expect(addMinutes("2028-02-28T23:59", 1)).toBe("2028-02-29T00:00");
  });
});
