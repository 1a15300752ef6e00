import { describe, expect, it } from "vitest";
import { breakIdSchema } from "../../../../src/domain/ids";
import { type CalendarFacts, calendarText } from "../../../../src/domain/loop/calendar-text";
import { anId } from "../../../support/builders/ids";
import { aPerson, aPlan, aSlot, loopId, noon, personId } from "../../../support/builders/record";

const made = (overrides: Partial<CalendarFacts> = {}): string =>
  calendarText({
    loopId,
    plan: aPlan([
      aSlot("one", ["ana"]),
      aSlot("two", ["ben"], { startsAt: "2026-11-23T23:30", minutes: 60 }),
    ]),
    persons: [aPerson("ana"), aPerson("ben")],
    at: noon,
    changes: [],
    personId: null,
    withName: false,
    ...overrides,
  });

const lines = (text: string): readonly string[] => text.replaceAll("\r\n ", "").split("\r\n");
const values = (text: string, name: string) =>
  lines(text)
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1));

describe("the plan as a calendar file", () => {
  it("has an event per slot in floating local times, over midnight too", () => {
    expect(values(made(), "DTSTART")).toEqual(["20261123T093000", "20261123T233000"]);
    expect(values(made(), "DTEND")).toEqual(["20261123T101500", "20261124T003000"]);
    expect(values(made(), "DTSTAMP")).toEqual(["20261123T120000Z", "20261123T120000Z"]);
    expect(made()).not.toContain("TZID");
  });

  it("begins and ends as RFC 5545 says, each line ended by CR LF", () => {
    expect(lines(made()).slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
    expect(made().endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(made().replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("gives a person their own slots and everybody's breaks", () => {
    const pause = (name: string, who: string | null) => ({
      breakId: anId(breakIdSchema, name),
      title: name,
      startsAt: "2026-11-23T12:00",
      minutes: 60,
      personIds: who === null ? null : [personId(who)],
    });
    const plan = aPlan([aSlot("one", ["ana"]), aSlot("two", ["ben"])], {
      breaks: [pause("Lunch", null), pause("Tour", "ana")],
    });
    expect(values(made({ plan, personId: personId("ben") }), "SUMMARY")).toEqual(["two", "Lunch"]);
  });

  it("leaves out what was called off, and the end of a slot of no minutes", () => {
    const plan = aPlan([aSlot("gone", [], { cancelled: true }), aSlot("brief", ["ana"], { minutes: 0 })]);
    expect(values(made({ plan }), "SUMMARY")).toEqual(["brief"]);
    expect(values(made({ plan }), "DTEND")).toEqual([]);
  });

  it("keeps the candidate's name out unless somebody asked for it", () => {
    expect(made()).not.toContain("Noor");
    expect(lines(made({ withName: true })).join("\n")).toContain("Noor Haddad");
  });

  it("escapes what has a meaning and drops control characters", () => {
    const plan = aPlan([aSlot("one", ["ana"], { title: "A;B,C\\D\nE\u0007", room: "2.14, left" })]);
    expect(values(made({ plan }), "SUMMARY")).toEqual(["A\\;B\\,C\\\\D\\nE"]);
    expect(values(made({ plan }), "LOCATION")).toEqual(["2.14\\, left"]);
  });

  it("folds lines at 75 octets without taking a character apart", () => {
    const title = "é🙂".repeat(60);
    const text = made({ plan: aPlan([aSlot("one", ["ana"], { title })]) });
    for (const line of text.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(values(text, "SUMMARY")).toEqual([title]);
    expect(text.isWellFormed()).toBe(true);
  });

  it("names a slot the same in every file of the loop", () => {
    const [uid] = values(made(), "UID");
    expect(values(made({ personId: personId("ana") }), "UID")).toEqual([uid]);
  });
});
