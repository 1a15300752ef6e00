import { dayLoopId, daySlots } from "./loop-day";

const event = (...lines: readonly string[]): readonly string[] => [
  "BEGIN:VEVENT",
  "DTSTAMP:20261118T140000Z",
  ...lines,
  "END:VEVENT",
];

/** What a colleague's calendar holds: one meeting saved from the plan and moved, one of its own, two that are no slots. */
export const dayCalendar = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  ...event(
    `UID:${daySlots[1]?.slotId}.${dayLoopId}@panelbook.invalid`,
    `SUMMARY:${daySlots[1]?.title}`,
    "DTSTART:20261123T150000",
    "DTEND:20261123T154500",
    "LOCATION:Room 3.02",
    "ATTENDEE;CN=Tomas Kowalski:mailto:tomas@example.org",
  ),
  ...event(
    "UID:partner@calendar.example",
    "SUMMARY:Partner conversation",
    "DTSTART:20261123T120000Z",
    "DTEND:20261123T124500Z",
    "LOCATION:Room 1.10",
    'ATTENDEE;CN="Sato, Ines":mailto:ines@example.org',
    "ATTENDEE;CN=Lea Novak:mailto:lea@example.org",
  ),
  ...event("UID:away@calendar.example", "SUMMARY:Office closed in the annex", "DTSTART;VALUE=DATE:20261123"),
  ...event(
    "UID:weekly@calendar.example",
    "SUMMARY:Weekly planning",
    "DTSTART:20261123T160000",
    "DURATION:PT30M",
    "RRULE:FREQ=WEEKLY",
  ),
  "END:VCALENDAR",
  "",
].join("\r\n");
