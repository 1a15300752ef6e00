import ICAL from "ical.js";
import {
  type CalendarRefusal,
  type LeftOut,
  longestCalendar,
  type Meeting,
  mostEvents,
  type ReadCalendar,
} from "../../domain/loop/meetings/meeting";
import { inTime } from "../../domain/loop/plan-times";
import { err, ok, type Result } from "../../domain/result";
import { type ReadEvent, readEvent } from "./read-event";
import { dropWildZones } from "./zones";

type Component = InstanceType<typeof ICAL.Component>;

/** The calendars of a file, or null for anything else. What the library throws at a wrong file is its only answer. */
const calendarsIn = (text: string): readonly Component[] | null => {
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed)) return null;
    const roots: unknown[][] = Array.isArray(parsed[0]) ? parsed : [parsed];
    const calendars = roots.filter(([name]) => name === "vcalendar");
    return calendars.length === 0 ? null : calendars.map((jCal) => new ICAL.Component(jCal));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
};

const methodOf = (calendar: Component): string =>
  String(calendar.getFirstPropertyValue("method") ?? "").toUpperCase();

const eventsIn = (calendar: Component, zone: string): readonly ReadEvent[] => {
  dropWildZones(calendar);
  return calendar.getAllSubcomponents("vevent").map((event) => readEvent(event, methodOf(calendar), zone));
};

const uidOf = ({ read }: ReadEvent): string => ("meeting" in read ? read.meeting : read.leftOut).uid;

const isNewer = (one: ReadEvent, other: ReadEvent): boolean =>
  one.sequence === other.sequence ? one.stamp > other.stamp : one.sequence > other.sequence;

/** Of several versions of one event the newest counts (RFC 5546, 2.1.5); of two alike the later in the file. */
const isOlder = (event: ReadEvent, index: number, all: readonly ReadEvent[]): boolean =>
  uidOf(event) !== "" &&
  all.some(
    (other, place) =>
      other !== event &&
      uidOf(other) === uidOf(event) &&
      (isNewer(other, event) || (place > index && !isNewer(event, other))),
  );

const sorted = (events: readonly ReadEvent[]): ReadCalendar => {
  const meetings: Meeting[] = [];
  const leftOut: LeftOut[] = [];
  events.forEach((event, index) => {
    const { read } = event;
    if ("leftOut" in read) leftOut.push(read.leftOut);
    else if (isOlder(event, index, events))
      leftOut.push({ title: read.meeting.title, uid: read.meeting.uid, reason: "older" });
    else meetings.push(read.meeting);
  });
  return { meetings: inTime(meetings), leftOut };
};

/**
 * Reads a calendar file (RFC 5545) as meetings in the time of `zone`, the zone of the interview room as Intl names it.
 * What can be no slot is left out with the reason: whole days, what repeats, what was called off.
 */
export const readCalendar = (text: string, zone: string): Result<ReadCalendar, CalendarRefusal> => {
  if (text.length > longestCalendar) return err({ type: "calendarTooLarge", most: longestCalendar });
  const calendars = calendarsIn(text);
  if (calendars === null) return err({ type: "notACalendar" });
  const count = calendars.reduce((sum, one) => sum + one.getAllSubcomponents("vevent").length, 0);
  if (count === 0) return err({ type: "noEvents" });
  if (count > mostEvents) return err({ type: "tooManyEvents", most: mostEvents });
  return ok(sorted(calendars.flatMap((calendar) => eventsIn(calendar, zone))));
};
