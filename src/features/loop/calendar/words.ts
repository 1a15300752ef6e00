import { listed } from "../../../bindings/name-lists";
import { knownPeople } from "../../../domain/loop/meetings/known-people";
import type { LeftOut, LeftOutReason, Meeting } from "../../../domain/loop/meetings/meeting";
import type { Person } from "../../../domain/loop/roster";
import { dayText } from "../../../ui/day-text";
import type { Trouble } from "../../../ui/error-card";

/** Every text of bringing a calendar file in. */

const reasons: Readonly<Record<LeftOutReason, string>> = {
  allDay: "takes the whole day",
  repeats: "repeats; make one event of the date you mean",
  calledOff: "is called off in the calendar",
  noStart: "says no day and time on which it begins",
  endsBeforeItBegins: "ends before it begins",
  tooLong: "is longer than ten hours",
  older: "is an older version of an event in the same file",
  unreadable: "cannot be read",
};

export const leftOutSentence = ({ title, reason }: LeftOut): string =>
  `${title === "" ? "An event without a name" : `“${title}”`} ${reasons[reason]}.`;

const whats: Readonly<Record<string, string>> = {
  notACalendar: "This is no calendar file.",
  noEvents: "The calendar file has no event in it.",
  calendarTooLarge: "The calendar file is too large: it looks like a whole calendar.",
  tooLarge: "The calendar file is too large: it looks like a whole calendar.",
  tooManyEvents: "The calendar file has too many events: it looks like a whole calendar.",
  notText: "This is no calendar file: it is no text.",
  notReadable: "The file could not be read.",
};

export const calendarInTrouble = (error: { readonly type: string }): Trouble => ({
  what: whats[error.type] ?? `The calendar file could not be read (${error.type}).`,
  safe: "The plan is unchanged.",
  todo: "Save the events of the interview day as a file that ends in .ics, then choose it.",
});

const pad = (value: number): string => String(value).padStart(2, "0");

const ends = ({ startsAt, minutes }: Meeting): string => {
  const end = Number(startsAt.slice(11, 13)) * 60 + Number(startsAt.slice(14, 16)) + minutes;
  return `${pad(Math.floor(end / 60) % 24)}:${pad(end % 60)}`;
};

/** "Mon 23 Nov 2026, 09:30 to 10:15, in 2.14" */
export const whenWords = (meeting: Meeting): string =>
  [
    dayText(meeting.startsAt),
    meeting.minutes === 0
      ? `${meeting.startsAt.slice(11)}, no end is given`
      : `${meeting.startsAt.slice(11)} to ${ends(meeting)}`,
    ...(meeting.room === "" ? [] : [`in ${meeting.room}`]),
  ].join(", ");

const nameOf = (persons: readonly Person[], id: string): string =>
  persons.find(({ personId }) => personId === id)?.name ?? "";

/** How the hour of a meeting was read, where it does not stand in the file as it is shown; a sentence or none. */
export const clockNotes = ({ clock }: Meeting): readonly string[] => [
  ...(clock === "converted" ? ["Turned from another time zone into the time of this laptop."] : []),
  ...(clock === "unknownZone" ? ["Its time zone is not known; the time stands as written."] : []),
];

/** What a person should know of a meeting beside its time, a sentence each. */
export const meetingNotes = (meeting: Meeting, persons: readonly Person[]): readonly string[] => {
  const { known, declined, unknown } = knownPeople(meeting, persons);
  const names = (ids: readonly string[]) => listed(ids.map((id) => nameOf(persons, id)));
  return [
    ...(known.length === 0 ? [] : [`With ${names(known)}.`]),
    ...(declined.length === 0 ? [] : [`${names(declined)} declined.`]),
    ...(unknown.length === 0 ? [] : [`Not on this panel: ${listed(unknown)}.`]),
    ...clockNotes(meeting),
  ];
};
