import type { LoopId, PersonId, Timestamp } from "../ids";
import type { PlanChangeState } from "./day/loop-day";
import type { PlanDifference } from "./day/plan-difference";
import { uidOf } from "./meetings/own-uid";
import type { Break, Plan, Slot } from "./plan";
import type { Person } from "./roster";
import { addMinutes } from "./suggest-slots";

export interface CalendarFacts {
  readonly loopId: LoopId;
  readonly plan: Plan;
  readonly persons: readonly Person[];
  /** When the file is made. */
  readonly at: Timestamp;
  /** What later versions of the plan changed. */
  readonly changes: readonly Pick<PlanChangeState, "differences">[];
  /** Whose calendar it is for; null for the whole plan. */
  readonly personId: PersonId | null;
  /** Calendars are often kept on servers: the candidate's name goes there only where somebody said so. */
  readonly withName: boolean;
}

/** A content line is at most 75 octets, without its line break (RFC 5545, 3.1). */
const mostOctets = 75;

/** How many octets a code point takes in UTF-8 (RFC 3629, 3); half a pair counts as the three it is replaced by. */
const octets = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};

/** Long lines go on in the next after a blank; a character is never taken apart. */
const folded = (line: string): string => {
  let length = 0;
  let text = "";
  for (const character of line) {
    const size = octets(character);
    if (length + size > mostOctets) {
      text += "\r\n ";
      length = 1;
    }
    text += character;
    length += size;
  }
  return text;
};

/** A text as RFC 5545, 3.3.11 writes it; other control characters have no place in a calendar and are left out. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

/** A time on the wall, in whichever zone the calendar is read: RFC 5545 calls it floating. */
const floating = (local: string): string => `${local.replace(/[-:]/g, "")}00`;

/** True where a difference gives a slot or break another time, length, place or panel. */
const arranges = (difference: PlanDifference, id: Entry["id"]): boolean => {
  switch (difference.kind) {
    case "putOff":
      return difference.slotIds.some((slotId) => slotId === id);
    case "moved":
    case "minutes":
    case "room":
    case "panel":
      return difference.slotId === id;
    case "breakMoved":
      return difference.breakId === id;
    default:
      return false;
  }
};

/** How often an event was arranged anew: a calendar takes the version with the larger number (RFC 5545, 3.8.7.4). */
const timesArranged = (id: Entry["id"], changes: CalendarFacts["changes"]): number =>
  changes.filter(({ differences }) => differences.some((difference) => arranges(difference, id))).length;

const utc = (at: Timestamp): string => `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;

interface Entry {
  readonly id: Slot["slotId"] | Break["breakId"];
  readonly title: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly room: string;
  readonly about: readonly string[];
}

/** An event of no minutes has no end: its start is all there is of it. */
const eventLines = (entry: Entry, { at, loopId, changes }: CalendarFacts): readonly string[] => [
  "BEGIN:VEVENT",
  `UID:${uidOf(entry.id, loopId)}`,
  `SEQUENCE:${timesArranged(entry.id, changes)}`,
  `DTSTAMP:${utc(at)}`,
  `DTSTART:${floating(entry.startsAt)}`,
  ...(entry.minutes > 0 ? [`DTEND:${floating(addMinutes(entry.startsAt, entry.minutes))}`] : []),
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.room === "" ? [] : [`LOCATION:${escaped(entry.room)}`]),
  `DESCRIPTION:${escaped(entry.about.join("\n"))}`,
  "END:VEVENT",
];

const namesOf = ({ persons }: CalendarFacts, ids: readonly PersonId[]): string =>
  persons
    .filter(({ personId }) => ids.includes(personId))
    .map(({ name }) => name)
    .join(", ");

const aboutLoop = ({ plan, withName }: CalendarFacts): string =>
  withName ? `${plan.kit.title}: ${plan.candidate.name}` : plan.kit.title;

const ofSlot = (slot: Slot, facts: CalendarFacts): Entry => {
  const people = [...slot.interviewers, ...slot.rolePlayers.map(({ personId }) => personId)];
  return {
    id: slot.slotId,
    title: slot.title,
    startsAt: slot.startsAt,
    minutes: slot.minutes,
    room: slot.room,
    about: [aboutLoop(facts), namesOf(facts, people)],
  };
};

const ofBreak = (pause: Break, facts: CalendarFacts): Entry => ({
  id: pause.breakId,
  title: pause.title,
  startsAt: pause.startsAt,
  minutes: pause.minutes,
  room: "",
  about: [aboutLoop(facts)],
});

const concerns = (slot: Slot, personId: PersonId | null): boolean =>
  personId === null ||
  slot.interviewers.includes(personId) ||
  slot.rolePlayers.some((player) => player.personId === personId);

const entriesOf = (facts: CalendarFacts): readonly Entry[] => {
  const { plan, personId } = facts;
  const slots = plan.slots.filter((slot) => slot.cancelled === undefined && concerns(slot, personId));
  const breaks = plan.breaks.filter(
    ({ personIds }) => personId === null || personIds === null || personIds.includes(personId),
  );
  return [...slots.map((slot) => ofSlot(slot, facts)), ...breaks.map((pause) => ofBreak(pause, facts))];
};

/**
 * The plan as a calendar file (RFC 5545): an event per slot and break, with times as they stand on the wall of the interview
 * room and no time zone. Slots that were called off are left out. The same slot has the same UID in every file of a loop, so
 * that a newer file takes the place of an older one.
 */
export const calendarText = (facts: CalendarFacts): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Panelbook//Loop plan//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...entriesOf(facts).flatMap((entry) => eventLines(entry, facts)),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
