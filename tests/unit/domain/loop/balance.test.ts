import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelIdSchema } from "../../../../src/domain/ids";
import { type Kit, questionSchema } from "../../../../src/domain/kit/kit";
import { questionsAtLevel } from "../../../../src/domain/kit/lookup";
import {
  type BalanceGround,
  balance,
  plannedRaters,
  roomForQuestions,
} from "../../../../src/domain/loop/balance";
import { aKit } from "../../../support/builders/kit";
import { aSlot, personId } from "../../../support/builders/record";

const junior = levelIdSchema.parse("junior");

/** The small kit with so many questions about each of its two competencies, and a few about its attitude. */
const kitWith = (samples: number, instruments: number, attitudes = 0): Kit => {
  const [base] = aKit().questions;
  const many = (count: number, key: string, target: object) =>
    Array.from({ length: count }, (_, index) =>
      questionSchema.parse({
        ...base,
        id: `${key}-${index}`,
        levelIds: [],
        target,
        positive: [],
        negative: [],
      }),
    );
  return aKit({
    questions: [
      ...many(samples, "samples", { kind: "competency", competencyId: "sample-handling" }),
      ...many(instruments, "instruments", { kind: "competency", competencyId: "instrument-care" }),
      ...many(attitudes, "candour", { kind: "attitude", attitudeId: "candour" }),
    ],
  });
};

const ground = (overrides: Partial<BalanceGround> = {}): BalanceGround => ({
  kit: kitWith(2, 2),
  levelId: junior,
  slots: [
    aSlot("one", ["ana"], { startsAt: "2026-11-23T09:00" }),
    aSlot("two", ["ben"], { startsAt: "2026-11-23T10:00" }),
  ],
  breaks: [],
  raters: ["ana", "ben"].map(personId),
  required: null,
  ...overrides,
});

const asked = ({ slots }: Pick<BalanceGround, "slots">) => slots.map(({ questionIds }) => questionIds.length);

describe("balancing", () => {
  it("has two independent people hear about every competency, each by questions of their own", () => {
    const { slots, gaps } = balance(ground());
    expect(gaps).toEqual([]);
    expect(slots.map(({ questionIds }) => questionIds)).toEqual([
      ["samples-0", "instruments-0"],
      ["samples-1", "instruments-1"],
    ]);
    expect(slots.map(({ interviewers }) => interviewers)).toEqual([[personId("ana")], [personId("ben")]]);
  });

  it("seats a second person where the kit has one question only", () => {
    const { slots, gaps } = balance(ground({ kit: kitWith(1, 1) }));
    expect(gaps).toEqual([]);
    expect(slots[0]?.interviewers).toEqual(["ana", "ben"].map(personId));
  });

  it("says that nobody is free where the second person is somewhere else at the time", () => {
    const slots = ground().slots.map((slot) => ({ ...slot, startsAt: "2026-11-23T09:00" }));
    const { gaps } = balance(ground({ kit: kitWith(1, 2), slots }));
    expect(gaps).toEqual([{ competencyId: "sample-handling", raters: 1, reason: "nobodyFree" }]);
  });

  it("says that the panel is too small where only one card counts", () => {
    const { gaps } = balance(ground({ raters: [personId("ana")] }));
    expect(gaps.map(({ reason }) => reason)).toEqual(["fewRaters", "fewRaters"]);
  });

  it("says that the minutes are too few, also for a slot of none", () => {
    const slots = ground().slots.map((slot) => ({ ...slot, minutes: 0 }));
    const { gaps, slots: left } = balance(ground({ slots }));
    expect(asked({ slots: left })).toEqual([0, 0]);
    expect(gaps.map(({ reason }) => reason)).toEqual(["noMinutes", "noMinutes"]);
  });

  it("says that the kit asks nothing about a competency that was named as required", () => {
    const required = aKit().competencies.map(({ id }) => id);
    const { gaps } = balance(ground({ kit: kitWith(2, 0), required }));
    expect(gaps).toEqual([{ competencyId: "instrument-care", raters: 0, reason: "noQuestion" }]);
  });

  it("leaves time to an exercise before it asks anything", () => {
    const spill = aKit().exercises[0];
    const slot = aSlot("spill", ["ana"], { minutes: 40, exerciseId: spill?.id ?? null });
    expect(roomForQuestions(aKit(), slot)).toBe(1);
  });

  it("of a kit with 200 questions asks what there is time for and no more", () => {
    const { slots, gaps } = balance(ground({ kit: kitWith(90, 90, 20) }));
    expect(gaps).toEqual([]);
    expect(asked({ slots })).toEqual([6, 6]);
  });

  it("asks nothing in a slot that was called off", () => {
    const [one, two] = ground().slots;
    if (one === undefined || two === undefined) throw new Error("the ground has two slots");
    const { slots } = balance(ground({ slots: [{ ...one, cancelled: true }, two] }));
    expect(asked({ slots })).toEqual([0, 4]);
  });

  it("keeps its promises for any panel, kit and minutes", () => {
    const people = ["ana", "ben", "cleo", "dora"];
    const slotsOf = fc.array(
      fc.record({ who: fc.subarray(people), hour: fc.integer({ min: 9, max: 15 }), minutes: fc.nat(90) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        slotsOf,
        fc.nat(6),
        fc.nat(6),
        fc.subarray(people),
        (drawn, samples, instruments, raters) => {
          const slots = drawn.map(({ who, hour, minutes }, index) =>
            aSlot(`slot-${index}`, who, {
              minutes,
              startsAt: `2026-11-23T${String(hour).padStart(2, "0")}:00`,
            }),
          );
          const given = ground({
            kit: kitWith(samples, instruments, 3),
            slots,
            raters: raters.map(personId),
          });
          const made = balance(given);
          expect(balance(given)).toEqual(made);
          expect(balance({ ...given, slots: made.slots }).slots.map(({ startsAt }) => startsAt)).toEqual(
            slots.map(({ startsAt }) => startsAt),
          );
          const all = made.slots.flatMap(({ questionIds }) => questionIds);
          expect(new Set(all).size).toBe(all.length);
          for (const slot of made.slots)
            expect(slot.questionIds.length).toBeLessThanOrEqual(roomForQuestions(given.kit, slot));
          const short = new Set(made.gaps.map(({ competencyId }) => competencyId));
          for (const { id } of given.kit.competencies.filter((one) =>
            questionsAtLevel(given.kit, junior).some(
              ({ target }) => target.kind === "competency" && target.competencyId === one.id,
            ),
          ))
            expect(plannedRaters(given.kit, made.slots, given.raters, id).size >= 2).toBe(!short.has(id));
        },
      ),
      { seed: 20261123, numRuns: 150 },
    );
  });
});
