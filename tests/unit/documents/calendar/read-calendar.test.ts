import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCalendar } from "../../../../src/documents/calendar/read-calendar";
import { calendarText } from "../../../../src/domain/loop/calendar-text";
import { longestCalendar, mostEvents, type ReadCalendar } from "../../../../src/domain/loop/meetings/meeting";
import { unwrap } from "../../../../src/domain/result";
import { aPerson, aPlan, aSlot, loopId, noon } from "../../../support/builders/record";

const zagreb = "Europe/Zagreb";

/** As calendars write files: every line ends with CR LF. */
const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, "fixtures", `${name}.ics`), "utf8").replace(/\r?\n/g, "\r\n");

const calendar = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");

const event = (...lines: readonly string[]): readonly string[] => [
  "BEGIN:VEVENT",
  "SUMMARY:Interview A",
  ...lines,
  "END:VEVENT",
];

const read = (text: string, zone = zagreb): ReadCalendar => unwrap(readCalendar(text, zone));
const first = (text: string, zone = zagreb) => read(text, zone).meetings[0];
const reasons = (text: string): readonly string[] => read(text).leftOut.map(({ reason }) => reason);
const refusal = (text: string) => {
  const answer = readCalendar(text, zagreb);
  return answer.ok ? null : answer.error.type;
};

describe("a calendar file as Outlook writes it", () => {
  const meeting = first(fixture("outlook-like"));

  it("is read with its folded lines, its Windows time zone and its escaped commas", () => {
    expect(meeting).toMatchObject({
      title:
        "Bench interview with a very long name that Outlook folds because a line of a calendar may have seventy-five octets at most",
      startsAt: "2026-11-23T09:30",
      minutes: 45,
      room: "Room 2.14, left wing",
      clock: "asWritten",
      uid: "040000008200E00074C5B7101A82E00800000000A0B1C2D3E4F5DA010000000000000000100000004A5B6C",
    });
  });

  it("names who is invited, and not the room", () => {
    expect(meeting?.people).toEqual([
      { name: "Horvat, Ana", mail: "ana.horvat@example.org", comes: true },
      { name: "ben.okafor@example.org", mail: "Ben.Okafor@example.org", comes: true },
    ]);
  });

  it("is read in the time of the interview room where that is another", () => {
    expect(first(fixture("outlook-like"), "America/New_York")).toMatchObject({
      startsAt: "2026-11-23T03:30",
      clock: "converted",
    });
  });
});

describe("a calendar file as Google writes it", () => {
  const { meetings, leftOut } = read(fixture("google-like"));

  it("turns universal time and a zone that the file does not define into the room's time", () => {
    expect(meetings.map(({ title, startsAt, minutes, clock }) => [title, startsAt, minutes, clock])).toEqual([
      ["Work simulation", "2026-11-23T09:30", 60, "converted"],
      ["Conversation with the overseas team", "2026-11-23T12:00", 45, "converted"],
    ]);
  });

  it("says who declined", () => {
    expect(meetings[0]?.people.map(({ name, comes }) => [name, comes])).toEqual([
      ["Ana Horvat", true],
      ["Ben Okafor", false],
    ]);
  });

  it("leaves out what can be no slot, with the reason", () => {
    expect(leftOut.map(({ title, reason }) => [title, reason])).toEqual([
      ["Ana's birthday", "allDay"],
      ["Weekly stand-up", "repeats"],
      ["Lunch with the team", "calledOff"],
    ]);
  });
});

describe("times in a calendar file", () => {
  it("stay as they are without a zone", () => {
    const text = calendar(...event("DTSTART:20261123T093000", "DTEND:20261123T101500"));
    expect(first(text, "Asia/Tokyo")).toMatchObject({ startsAt: "2026-11-23T09:30", clock: "asWritten" });
  });

  it("stay as they are written in a zone that nobody knows, which is said", () => {
    const text = calendar(...event("DTSTART;TZID=Head office:20261123T093000"));
    expect(first(text)).toMatchObject({ startsAt: "2026-11-23T09:30", minutes: 0, clock: "unknownZone" });
  });

  it("follow a zone into summer", () => {
    const text = calendar(...event("DTSTART;TZID=America/New_York:20260701T090000", "DURATION:PT1H"));
    expect(first(text)).toMatchObject({ startsAt: "2026-07-01T15:00", minutes: 60 });
  });

  it("come from a zone of the file only where its rules are those of a zone: others would be counted out for ever", () => {
    const zone = (rule: string) => [
      "BEGIN:VTIMEZONE",
      "TZID:Wild",
      "BEGIN:STANDARD",
      "DTSTART:16010101T000000",
      `RRULE:${rule}`,
      "TZOFFSETFROM:+0000",
      "TZOFFSETTO:+0900",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const wild = (rule: string) =>
      first(calendar(...zone(rule), ...event("DTSTART;TZID=Wild:20261123T093000")));
    expect(wild("FREQ=YEARLY;BYMONTH=1")).toMatchObject({ startsAt: "2026-11-23T01:30", clock: "converted" });
    for (const rule of ["FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=YEARLY;BYHOUR=0,1,2"])
      expect(wild(rule), rule).toMatchObject({ startsAt: "2026-11-23T09:30", clock: "unknownZone" });
  });
});

describe("events that are left out", () => {
  it.each([
    ["noStart", event("DTEND:20261123T101500")],
    ["endsBeforeItBegins", event("DTSTART:20261123T093000", "DTEND:20261123T090000")],
    ["tooLong", event("DTSTART:20261123T090000", "DTEND:20261123T190100")],
    ["noStart", event("DTSTART:20261399T996000")],
    ["noStart", event("DTSTART:00010101T090000")],
    ["repeats", event("DTSTART:20261123T090000", "RECURRENCE-ID:20261122T090000")],
  ] as const)("%s", (reason, lines) => {
    expect(reasons(calendar(...lines))).toEqual([reason]);
  });

  it("has none for a meeting of ten hours", () => {
    const text = calendar(...event("DTSTART:20261123T090000", "DTEND:20261123T190000"));
    expect(read(text)).toMatchObject({ meetings: [{ minutes: 600 }], leftOut: [] });
  });

  it("are the older versions of one event", () => {
    const version = (sequence: number, at: string) =>
      event("UID:one@example.org", `SEQUENCE:${sequence}`, `DTSTART:20261123T${at}00`);
    const text = calendar(...version(2, "1400"), ...version(1, "0900"));
    expect(first(text)?.startsAt).toBe("2026-11-23T14:00");
    expect(reasons(text)).toEqual(["older"]);
  });

  it("are all events of a file that calls them off", () => {
    expect(reasons(calendar("METHOD:CANCEL", ...event("DTSTART:20261123T090000")))).toEqual(["calledOff"]);
  });
});

describe("a file that is none", () => {
  it.each([
    ["an empty one", "", "notACalendar"],
    ["a text", "Dear Ana,\r\nsee you on Monday.", "notACalendar"],
    ["a web page", "<!doctype html><html></html>", "notACalendar"],
    ["an address card", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEND:VCARD", "notACalendar"],
    ["a calendar cut off", fixture("google-like").slice(0, 900), "notACalendar"],
    ["a calendar of tasks", calendar("BEGIN:VTODO", "SUMMARY:Do", "END:VTODO"), "noEvents"],
    ["a calendar that is too large", "x".repeat(longestCalendar + 1), "calendarTooLarge"],
    [
      "somebody's whole calendar",
      calendar(...Array.from({ length: mostEvents + 1 }, () => event("DTSTART:20261123T090000")).flat()),
      "tooManyEvents",
    ],
  ])("is refused: %s", (_name, text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  it("never makes the reader throw, wherever it is damaged", () => {
    const whole = fixture("outlook-like");
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.constantFrom("\r\n", ":", ";", "=", '"'),
      ),
    });
    fc.assert(
      fc.property(damage, ({ at, cut, put }) => {
        const answer = readCalendar(whole.slice(0, at) + put + whole.slice(at + cut), zagreb);
        expect(typeof answer.ok).toBe("boolean");
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });
});

describe("a calendar file that this program wrote", () => {
  it("reads back as the slots it was made from", () => {
    const slots = [
      aSlot("one", ["ana"], { title: "Bench; with, \\signs\\", room: "2.14, left" }),
      aSlot("two", ["ana"], { startsAt: "2026-11-23T23:30", minutes: 60 }),
    ];
    const text = calendarText({
      loopId,
      plan: aPlan(slots),
      persons: [aPerson("ana")],
      at: noon,
      changes: [],
      personId: null,
      withName: false,
    });
    expect(read(text, "Pacific/Auckland").meetings).toMatchObject(
      slots.map(({ slotId, title, startsAt, minutes, room }) => ({
        uid: `${slotId}.${loopId}@panelbook.invalid`,
        ...{ title, startsAt, minutes, room },
      })),
    );
  });

  it("loses what turns a text around, and control characters, in titles and rooms of others", () => {
    const text = calendar(
      ...event("DTSTART:20261123T093000", "LOCATION:A\u202egpj.exe\u0007 B", `UID:${"u".repeat(5000)}`),
    );
    expect(first(text)).toMatchObject({ room: "A gpj.exe B" });
    expect(first(text)?.uid.length).toBe(1000);
  });
});
