import { describe, expect, it } from "vitest";
import { breakIdSchema, exerciseIdSchema } from "../../../../src/domain/ids";
import { handedSlot, lengthenedSlot, movedSlot } from "../../../../src/domain/loop/move-slot";
import type { Break } from "../../../../src/domain/loop/plan";
import { daysOf, overlap, timeFindings } from "../../../../src/domain/loop/plan-times";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aSlot, personId, slotId } from "../../../support/builders/record";

const at = (startsAt: string, minutes: number) => ({ startsAt: `2026-11-23T${startsAt}`, minutes });
const lunch = (overrides: Partial<Break> = {}): Break => ({
  breakId: anId(breakIdSchema, "lunch"),
  title: "Lunch",
  ...at("12:00", 60),
  personIds: null,
  ...overrides,
});
const short = { questionIds: [] };

describe("times of a plan", () => {
  it("overlap where they share a minute; touching or of no minutes they do not", () => {
    expect(overlap(at("09:00", 45), at("09:44", 10))).toBe(true);
    expect(overlap(at("09:00", 45), at("09:45", 10))).toBe(false);
    expect(overlap(at("09:00", 0), at("08:30", 60))).toBe(false);
    expect(overlap(at("23:30", 60), { startsAt: "2026-11-24T00:10", minutes: 5 })).toBe(true);
  });

  it("lie on the days they begin on, in order", () => {
    expect(daysOf([{ startsAt: "2026-11-24T09:00" }, at("09:00", 1), at("10:00", 1)])).toEqual([
      "2026-11-23",
      "2026-11-24",
    ]);
  });

  it("are told where the candidate, a person or a room would be in two slots at once", () => {
    const one = aSlot("one", ["ana", "ben"], { ...short, ...at("09:00", 45), room: "2.14" });
    const two = aSlot("two", ["ben"], { ...short, ...at("09:30", 45), room: " 2.14" });
    expect(timeFindings(aKit(), [one, two], [])).toEqual([
      { type: "candidate", slotId: slotId("one"), other: "two" },
      { type: "person", personId: personId("ben"), slotId: slotId("one"), other: "two" },
      { type: "room", slotId: slotId("one"), other: "two" },
    ]);
    const gone = { ...two, cancelled: true as const };
    expect(timeFindings(aKit(), [one, gone], [])).toEqual([]);
  });

  it("are told where a slot lies in a break, of everybody or of one in it", () => {
    const slot = aSlot("noon", ["ana", "ben"], { ...short, ...at("12:30", 45) });
    expect(timeFindings(aKit(), [slot], [lunch()])).toEqual([
      { type: "candidate", slotId: slotId("noon"), other: "Lunch" },
    ]);
    const bens = lunch({ personIds: [personId("ben"), personId("cleo")] });
    expect(timeFindings(aKit(), [slot], [bens])).toEqual([
      { type: "person", personId: personId("ben"), slotId: slotId("noon"), other: "Lunch" },
    ]);
  });

  it("are too short where questions and exercise need more; a slot of no minutes that asks something is", () => {
    const three = aSlot("three", ["ana"], { minutes: 20 });
    expect(timeFindings(aKit(), [three], [])).toEqual([
      { type: "tooLong", slotId: slotId("three"), needed: 21, minutes: 20 },
    ]);
    const spill = aSlot("spill", ["ana"], {
      ...short,
      minutes: 30,
      exerciseId: exerciseIdSchema.parse("spill"),
    });
    expect(timeFindings(aKit(), [spill, aSlot("x", ["ben"], { ...short, minutes: 0 })], [])).toEqual([]);
    expect(timeFindings(aKit(), [aSlot("none", ["ana"], { minutes: 0 })], [])).toHaveLength(1);
  });
});

describe("a slot on the timeline", () => {
  const slot = aSlot("one", ["ana", "ben"], at("09:30", 45));

  it("moves within its day", () => {
    expect(movedSlot(slot, 15).startsAt).toBe("2026-11-23T09:45");
    expect(movedSlot(slot, -600).startsAt).toBe("2026-11-23T00:00");
    expect(movedSlot(slot, 6000).startsAt).toBe("2026-11-23T23:55");
  });

  it("lasts between no minutes and ten hours", () => {
    expect(lengthenedSlot(slot, 5).minutes).toBe(50);
    expect(lengthenedSlot(slot, -100).minutes).toBe(0);
    expect(lengthenedSlot(slot, 1000).minutes).toBe(600);
  });

  it("goes to another person in the place of one, and seats nobody twice", () => {
    const [ana, ben, cleo] = ["ana", "ben", "cleo"].map(personId) as [
      ReturnType<typeof personId>,
      ReturnType<typeof personId>,
      ReturnType<typeof personId>,
    ];
    expect(handedSlot(slot, ana, cleo).interviewers).toEqual([cleo, ben]);
    expect(handedSlot(slot, ana, ben)).toEqual(slot);
  });
});
