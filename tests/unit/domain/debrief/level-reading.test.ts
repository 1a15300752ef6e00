import { describe, expect, it } from "vitest";
import { levelLines } from "../../../../src/domain/debrief/level-reading";
import { departs, mechanicalResult } from "../../../../src/domain/debrief/mechanical";
import { hashSchema, levelIdSchema } from "../../../../src/domain/ids";
import type { OverallCall } from "../../../../src/domain/kit/scale";
import type { LevelReading } from "../../../../src/domain/loop/debrief-words";
import { aHash } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aCard, aRecord, aRecordCard, aSlot, noon, personId } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "ben", "cleo"]);
const [lowest, next] = aKit().levels;
const [competency] = aKit().competencies;
if (lowest === undefined || next === undefined || competency === undefined)
  throw new Error("the small kit has two levels and a competency");

const reading = (levelId: string | null, overrides: Partial<LevelReading> = {}): LevelReading => ({
  hash: aHash(hashSchema, `level-${levelId}`),
  personId: personId("ana"),
  at: noon,
  competencyId: competency.id,
  levelId: levelId === null ? null : levelIdSchema.parse(levelId),
  reason: "One question.",
  replaced: false,
  ...overrides,
});
const standing = (hiredFor: string, ...levelReadings: LevelReading[]) => {
  const record = aRecord([], [slot], { levelReadings });
  const plan = { ...record.plan, levelId: levelIdSchema.parse(hiredFor) };
  return levelLines({ ...record, plan })[0]?.standing;
};

describe("a level reading", () => {
  it("stands below, at or above the level hired for, by the kit's order", () => {
    expect(standing(next.id, reading(lowest.id))).toBe("below");
    expect(standing(lowest.id, reading(lowest.id))).toBe("at");
    expect(standing(lowest.id, reading(next.id))).toBe("above");
  });

  it("says so where the evidence does not say, nobody read it yet, or another one replaced it", () => {
    expect(standing(lowest.id, reading(null))).toBe("notSaid");
    expect(standing(lowest.id)).toBe("notRead");
    expect(standing(lowest.id, reading(next.id, { replaced: true }))).toBe("notRead");
  });
});

describe("the counted calls", () => {
  const calls = (...given: readonly OverallCall[]) =>
    aRecord(
      given.map((call, index) =>
        aRecordCard(
          aCard(slot, ["ana", "ben", "cleo"][index] ?? "ana", {}, { overall: { kind: "call", call } }),
        ),
      ),
      [slot],
    );

  it("are the side more of them are on, none where they are even", () => {
    expect(mechanicalResult(calls("yes", "strongNo", "yes"))).toBe("hire");
    expect(mechanicalResult(calls("no", "strongNo", "strongYes"))).toBe("noHire");
    expect(mechanicalResult(calls("no", "yes"))).toBeNull();
    expect(mechanicalResult(calls())).toBeNull();
  });

  it("are one voice a person in however many slots, on the side of their mean, and none on the line itself", () => {
    const called = (...given: readonly (readonly [string, OverallCall])[]) => {
      const slots = given.map(([name], index) => aSlot(`slot ${index}`, [name]));
      const cards = slots.flatMap((one, index) => {
        const [name, call] = given[index] ?? ["ana", "no"];
        return [aRecordCard(aCard(one, name, {}, { overall: { kind: "call", call } }))];
      });
      return mechanicalResult(aRecord(cards, slots));
    };
    const threeNo = [["ana", "no"] as const, ["ana", "no"] as const, ["ana", "no"] as const];
    expect(called(...threeNo, ["ben", "yes"], ["cleo", "yes"])).toBe("hire");
    expect(called(["ana", "strongNo"], ["ana", "yes"])).toBe("noHire");
    expect(called(["ana", "no"], ["ana", "yes"])).toBeNull();
    expect(called(["ana", "no"], ["ana", "yes"], ["ben", "no"])).toBe("noHire");
  });

  it("are departed from by deciding the other way, at whatever level, and not by holding", () => {
    const yes = calls("yes", "yes");
    const no = calls("no");
    expect([departs(yes, "hire"), departs(yes, "otherLevel"), departs(yes, "hold")]).toEqual([
      false,
      false,
      false,
    ]);
    expect([departs(yes, "noHire"), departs(no, "hire"), departs(no, "otherLevel")]).toEqual([
      true,
      true,
      true,
    ]);
    expect(departs(calls("no", "yes"), "hire")).toBe(false);
  });
});
