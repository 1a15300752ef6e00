import { describe, expect, it } from "vitest";
import { readCalendar } from "../../../../../src/documents/calendar/read-calendar";
import { breakIdSchema, loopIdSchema } from "../../../../../src/domain/ids";
import { calendarText } from "../../../../../src/domain/loop/calendar-text";
import { changePlan, type PlanChange } from "../../../../../src/domain/loop/day/plan-change";
import { planDifferences } from "../../../../../src/domain/loop/day/plan-difference";
import { movedMeetings } from "../../../../../src/domain/loop/meetings/moved-meetings";
import type { Plan } from "../../../../../src/domain/loop/plan";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";
import { aPerson, aPlan, aSlot, loopId, noon, slotId } from "../../../../support/builders/record";

const lunchId = anId(breakIdSchema, "lunch");
const plan = aPlan(
  [aSlot("one", ["ana"]), aSlot("two", ["ben"], { startsAt: "2026-11-23T11:00", minutes: 60 })],
  {
    breaks: [
      { breakId: lunchId, title: "Lunch", startsAt: "2026-11-23T12:00", minutes: 60, personIds: null },
    ],
  },
);
const ground = { persons: [aPerson("ana"), aPerson("ben")], escrow: null, sealed: [], begun: false };

const exported = (changes: readonly (readonly [Plan, Plan])[] = []): string =>
  calendarText({
    loopId,
    plan: changes.at(-1)?.[1] ?? plan,
    persons: ground.persons,
    at: noon,
    changes: changes.map(([before, after]) => ({ differences: planDifferences(before, after) })),
    personId: null,
    withName: false,
  });

const read = (text: string) => unwrap(readCalendar(text, "Europe/Zagreb"));
const movedIn = (text: string, after = plan) => movedMeetings(read(text), loopId, after);
const changed = (change: PlanChange, before = plan): Plan => unwrap(changePlan(before, change, ground));

/** A person drags the meeting of slot one in their calendar. */
const dragged = exported()
  .replace("DTSTART:20261123T093000", "DTSTART:20261123T140000")
  .replace("DTEND:20261123T101500", "DTEND:20261123T150000");

describe("a meeting that was saved from the plan and moved in a calendar", () => {
  it("moves its slot, and nothing else", () => {
    const { change, same, foreign } = movedIn(dragged);
    expect(change).toEqual({
      kind: "arranged",
      slots: [{ slotId: slotId("one"), startsAt: "2026-11-23T14:00", minutes: 60, room: "2.14" }],
      breaks: [],
    });
    expect([same.length, foreign.length]).toEqual([2, 0]);
    if (change !== null)
      expect(changed(change).slots.map(({ startsAt, minutes }) => [startsAt, minutes])).toEqual([
        ["2026-11-23T14:00", 60],
        ["2026-11-23T11:00", 60],
      ]);
  });

  it("says which meeting moves what, with how the hour of that meeting was read", () => {
    const inNowhere = dragged.replace("DTSTART:20261123T140000", "DTSTART;TZID=Nowhere:20261123T140000");
    expect(inNowhere).not.toBe(dragged);
    const { moves, change } = movedIn(inNowhere);
    expect(moves).toMatchObject([{ meeting: { clock: "unknownZone" }, change: { slots: change?.slots } }]);
    expect(movedIn(exported()).moves).toEqual([]);
  });

  it("moves a break", () => {
    const later = exported().replace("DTSTART:20261123T120000", "DTSTART:20261123T123000");
    expect(movedIn(later).change?.breaks).toEqual([
      { breakId: lunchId, startsAt: "2026-11-23T12:30", minutes: 30 },
    ]);
  });

  it("changes nothing where it stands as the plan has it", () => {
    expect(movedIn(exported()).change).toBeNull();
  });

  it("is another loop's where the loop differs, even with the slot's name", () => {
    const other = exported().replaceAll(loopId, anId(loopIdSchema, "other"));
    expect(movedIn(other)).toMatchObject({ change: null, same: [], foreign: [{}, {}, {}] });
  });

  it("that was called off there is left out and said", () => {
    const off = exported().replace("SUMMARY:one", "SUMMARY:one\r\nSTATUS:CANCELLED");
    expect(movedIn(off)).toMatchObject({ change: null, leftOut: [{ title: "one", reason: "calledOff" }] });
  });
});

describe("taking a calendar's times over", () => {
  const at = (startsAt: string, minutes = 45): PlanChange => ({
    kind: "arranged",
    slots: [{ slotId: slotId("one"), startsAt, minutes, room: "2.14" }],
    breaks: [],
  });
  const refusal = (change: PlanChange, before = plan) => {
    const answer = changePlan(before, change, ground);
    return answer.ok ? null : answer.error.type;
  };

  it("is refused where a time is none, a length too long, a slot unknown or called off, or nothing moves", () => {
    expect(refusal(at("soon"))).toBe("notATime");
    expect(refusal(at("2026-11-23T14:00", 601))).toBe("minutesOutOfRange");
    expect(refusal(at("2026-11-23T14:00"), aPlan([aSlot("two", ["ben"])]))).toBe("unknownSlot");
    expect(refusal(at("2026-11-23T14:00"), changed({ kind: "cancelled", slotId: slotId("one") }))).toBe(
      "slotCancelled",
    );
    expect(refusal(at("2026-11-23T09:30"))).toBe("nothingChanges");
  });
});

describe("SEQUENCE of a meeting", () => {
  const sequences = (text: string) =>
    [...text.matchAll(/SEQUENCE:(\d+)/g)].map(([, number]) => Number(number));

  it("begins at 0 and grows for the slot that moved, each time it moves", () => {
    expect(sequences(exported())).toEqual([0, 0, 0]);
    const moved = changed({ kind: "moved", slotId: slotId("two"), startsAt: "2026-11-23T11:30" });
    expect(sequences(exported([[plan, moved]]))).toEqual([0, 1, 0]);
    const again = changed({ kind: "placed", slotId: slotId("two"), minutes: 45, room: "1.1" }, moved);
    expect(
      sequences(
        exported([
          [plan, moved],
          [moved, again],
        ]),
      ),
    ).toEqual([0, 2, 0]);
  });
});
