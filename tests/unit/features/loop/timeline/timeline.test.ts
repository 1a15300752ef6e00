import { describe, expect, it } from "vitest";
import { breakIdSchema, kitItemIdSchema } from "../../../../../src/domain/ids";
import {
  clockText,
  hourMarks,
  hoursOf,
  placeOf,
  spanText,
} from "../../../../../src/features/loop/timeline/hours";
import {
  givenTo,
  isIn,
  isPausing,
  neighbour,
  timelineRows,
} from "../../../../../src/features/loop/timeline/row-of";
import { minutesFor } from "../../../../../src/features/loop/timeline/use-slot-drag";
import { anId } from "../../../../support/builders/ids";
import { aPerson, aSlot, personId } from "../../../../support/builders/record";

const at = (time: string, minutes: number) => ({ startsAt: `2026-11-23T${time}`, minutes });

describe("the hours of a timeline", () => {
  it("hold every slot of every day with an hour to spare, on whole hours", () => {
    expect(hoursOf([at("09:30", 45), { startsAt: "2026-11-24T15:10", minutes: 50 }])).toEqual({
      from: 8 * 60,
      to: 17 * 60,
    });
    expect(hoursOf([])).toEqual({ from: 9 * 60, to: 17 * 60 });
    expect(hoursOf([at("00:10", 10), at("23:30", 60)])).toEqual({ from: 0, to: 24 * 60 });
  });

  it("place a slot by its share of them and cut off what goes past midnight", () => {
    const hours = { from: 8 * 60, to: 12 * 60 };
    expect(placeOf(at("09:00", 60), hours)).toEqual({ left: 25, width: 25 });
    expect(placeOf(at("11:00", 600), hours)).toEqual({ left: 75, width: 25 });
    expect(placeOf(at("09:00", 0), hours).width).toBe(0);
    expect(hourMarks(hours)).toEqual([480, 540, 600, 660]);
  });

  it("are told as on a clock, past midnight too", () => {
    expect(clockText(9 * 60 + 5)).toBe("09:05");
    expect(spanText(at("23:30", 60))).toBe("23:30 to 00:30");
  });

  it("turn pixels into steps of five minutes", () => {
    expect([minutesFor(10, 0.6), minutesFor(12, 0.6), minutesFor(-12, 0.6)]).toEqual([5, 5, -5]);
  });
});

describe("the lines of a timeline", () => {
  const people = [aPerson("ana"), aPerson("ben")];
  const loose = aSlot("loose", []);

  it("are one per person, and one more while nobody sits in some slot", () => {
    expect(timelineRows(people, [aSlot("one", ["ana"])]).map(({ name }) => name)).toEqual(["ana", "ben"]);
    expect(timelineRows(people, [loose]).at(-1)).toEqual({ personId: null, name: "Nobody yet" });
  });

  it("show a slot in the line of everybody who sits or plays in it", () => {
    const roleId = kitItemIdSchema.parse("lead");
    const slot = aSlot("one", ["ana"], { rolePlayers: [{ personId: personId("ben"), roleId }] });
    expect([isIn(slot, personId("ana")), isIn(slot, personId("ben")), isIn(slot, null)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isIn(loose, null)).toBe(true);
  });

  it("show a break of everybody in every line, and somebody's in theirs", () => {
    const pause = { breakId: anId(breakIdSchema, "b"), title: "Lunch", ...at("12:00", 60), personIds: null };
    expect(isPausing(pause, null)).toBe(true);
    const bens = { ...pause, personIds: [personId("ben")] };
    expect([
      isPausing(bens, personId("ben")),
      isPausing(bens, personId("ana")),
      isPausing(bens, null),
    ]).toEqual([true, false, false]);
  });

  it("give a slot to the next person, up to the last", () => {
    const rows = timelineRows(people, []);
    expect(neighbour(rows, personId("ana"), 1)).toBe(personId("ben"));
    expect(neighbour(rows, personId("ben"), 1)).toBeNull();
    expect(givenTo(aSlot("one", ["ana"]), personId("ana"), personId("ben")).interviewers).toEqual([
      personId("ben"),
    ]);
    expect(givenTo(loose, null, personId("ben")).interviewers).toEqual([personId("ben")]);
  });
});
