import ICAL from "ical.js";
import {
  type Invitee,
  type LeftOut,
  type LeftOutReason,
  type Meeting,
  meetingSchema,
} from "../../domain/loop/meetings/meeting";
import { localTimeSchema, longestSlot } from "../../domain/loop/plan";
import { addMinutes } from "../../domain/loop/suggest-slots";
import { type Moment, momentOf } from "./zones";

type Component = InstanceType<typeof ICAL.Component>;
type Property = InstanceType<typeof ICAL.Property>;

/** What became of one event. `sequence` and `stamp` tell which version of an event is the newest. */
export interface ReadEvent {
  readonly read: { readonly meeting: Meeting } | { readonly leftOut: LeftOut };
  readonly sequence: number;
  readonly stamp: string;
}

const most = { title: 200, room: 200, name: 200, mail: 320, uid: 1000, people: 200 };

/** One line without what cannot be seen; calendars carry line breaks in names and marks that turn the text around. */
const plain = (value: unknown, longest: number): string =>
  Array.from(
    (typeof value === "string" ? value : "")
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
      .replace(/\s+/gu, " ")
      .trim(),
  )
    .reduce((text, character) => (text.length + character.length > longest ? text : text + character), "")
    .trim();

const textOf = (event: Component, name: string, longest: number): string =>
  plain(event.getFirstPropertyValue(name), longest);

const parameter = (property: Property, name: string): string => {
  const value = property.getParameter(name);
  return typeof value === "string" ? value : "";
};

const isRoom = (attendee: Property): boolean =>
  ["ROOM", "RESOURCE"].includes(parameter(attendee, "cutype").toUpperCase());

const inviteeOf = (attendee: Property): Invitee => ({
  name: plain(parameter(attendee, "cn"), most.name),
  mail: plain(String(attendee.getFirstValue()).replace(/^mailto:/i, ""), most.mail),
  comes: parameter(attendee, "partstat").toUpperCase() !== "DECLINED",
});

const roomOf = (event: Component, attendees: readonly Property[]): string => {
  const written = textOf(event, "location", most.room);
  if (written !== "") return written;
  const [room] = attendees.filter(isRoom);
  return room === undefined ? "" : plain(parameter(room, "cn"), most.room);
};

/** The library counts a thirteenth month on into the next year; a time that no clock shows is none here. */
const isOnAClock = (property: Property): boolean =>
  localTimeSchema.safeParse(String(property.jCal[3]).slice(0, 16)).success;

const momentIn = (event: Component, name: string, zone: string): Moment | "date" | null => {
  const property = event.getFirstProperty(name);
  const time: unknown = property?.getFirstValue();
  if (property === null || !(time instanceof ICAL.Time)) return null;
  if (!time.isDate && !isOnAClock(property)) return null;
  return time.isDate ? "date" : momentOf(time, parameter(property, "tzid") || null, zone);
};

const minutesBetween = (from: string, to: string): number =>
  (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000;

/** An event without an end takes no time (RFC 5545, 3.6.1). */
const minutesOf = (event: Component, start: Moment, zone: string): number => {
  const duration: unknown = event.getFirstPropertyValue("duration");
  if (duration instanceof ICAL.Duration) return Math.round(duration.toSeconds() / 60);
  const end = momentIn(event, "dtend", zone);
  return end === null || end === "date" ? 0 : minutesBetween(start.local, end.local);
};

const isRepeated = (event: Component): boolean =>
  ["rrule", "rdate", "recurrence-id"].some((name) => event.hasProperty(name));

const isCalledOff = (event: Component, method: string): boolean =>
  method === "CANCEL" || textOf(event, "status", 20).toUpperCase() === "CANCELLED";

const reasonOf = (
  event: Component,
  method: string,
  start: Moment | "date" | null,
  minutes: number,
): LeftOutReason | null => {
  if (isCalledOff(event, method)) return "calledOff";
  if (isRepeated(event)) return "repeats";
  if (start === "date") return "allDay";
  if (start === null) return "noStart";
  if (minutes < 0) return "endsBeforeItBegins";
  return minutes > longestSlot ? "tooLong" : null;
};

const meetingOf = (event: Component, start: Moment, minutes: number): unknown => {
  const attendees = event.getAllProperties("attendee");
  return {
    uid: textOf(event, "uid", most.uid),
    title: textOf(event, "summary", most.title) || "Interview",
    startsAt: addMinutes(start.local, 0),
    minutes,
    room: roomOf(event, attendees),
    people: attendees
      .filter((attendee) => !isRoom(attendee))
      .slice(0, most.people)
      .map(inviteeOf),
    clock: start.clock,
  };
};

const judged = (event: Component, method: string, zone: string): ReadEvent["read"] => {
  const title = textOf(event, "summary", most.title);
  const uid = textOf(event, "uid", most.uid);
  const start = momentIn(event, "dtstart", zone);
  const minutes = start === null || start === "date" ? 0 : minutesOf(event, start, zone);
  const reason = reasonOf(event, method, start, minutes);
  if (reason !== null || start === null || start === "date")
    return { leftOut: { title, uid, reason: reason ?? "noStart" } };
  const meeting = meetingSchema.safeParse(meetingOf(event, start, minutes));
  return meeting.success ? { meeting: meeting.data } : { leftOut: { title, uid, reason: "unreadable" } };
};

/** What the title of an event is, where even that can be read. */
const titleOf = (event: Component): string => {
  const value: unknown = event.jCal[1]?.find(([name]: readonly unknown[]) => name === "summary")?.[3];
  return plain(value, most.title);
};

/**
 * One event of a calendar file, in the time of `zone`. The library throws its errors at what it cannot read, and only
 * when asked for it: one bad event is left out, and the others stay.
 */
export const readEvent = (event: Component, method: string, zone: string): ReadEvent => {
  try {
    const sequence = Number(event.getFirstPropertyValue("sequence"));
    return {
      read: judged(event, method, zone),
      sequence: Number.isSafeInteger(sequence) ? sequence : 0,
      stamp: String(event.getFirstPropertyValue("dtstamp") ?? ""),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      read: { leftOut: { title: titleOf(event), uid: "", reason: "unreadable" } },
      sequence: 0,
      stamp: "",
    };
  }
};
