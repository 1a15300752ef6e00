import { z } from "zod";
import { localTimeSchema, longestSlot } from "../plan";

/** The longest calendar file that is read, in UTF-16 units: a year of somebody's meetings is a tenth of it. */
export const longestCalendar = 1_000_000;

/** More events than this are no interview days but somebody's whole calendar. */
export const mostEvents = 500;

/** Somebody an event names; `mail` is empty where the calendar does not say it. */
const inviteeSchema = z.object({
  name: z.string().max(200),
  mail: z.string().max(320),
  /** False where they declined. */
  comes: z.boolean(),
});
export type Invitee = z.infer<typeof inviteeSchema>;

/** One event of a calendar file that can become a slot; its times stand as on the wall of the interview room. */
export const meetingSchema = z.object({
  /** How the calendar names the event in every file; empty where it does not. */
  uid: z.string().max(1000),
  title: z.string().min(1).max(200),
  startsAt: localTimeSchema,
  minutes: z.int().min(0).max(longestSlot),
  room: z.string().max(200),
  people: z.array(inviteeSchema).max(200),
  /** How the time came about: as it was written, out of another time zone, or as written since its zone is unknown. */
  clock: z.enum(["asWritten", "converted", "unknownZone"]),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Why an event of the file becomes no slot. */
export type LeftOutReason =
  | "allDay"
  | "repeats"
  | "calledOff"
  | "noStart"
  | "endsBeforeItBegins"
  | "tooLong"
  /** The file holds a newer version of the same event. */
  | "older"
  | "unreadable";

export interface LeftOut {
  readonly title: string;
  readonly reason: LeftOutReason;
  /** Which event it is in every file; empty where the calendar does not say. */
  readonly uid: string;
}

/** What a calendar file says about interviews, in the order of its times. */
export interface ReadCalendar {
  readonly meetings: readonly Meeting[];
  readonly leftOut: readonly LeftOut[];
}

/** `most` counts UTF-16 units of a file that is too large, or events. */
export type CalendarRefusal =
  | { readonly type: "notACalendar" }
  | { readonly type: "noEvents" }
  | { readonly type: "calendarTooLarge" | "tooManyEvents"; readonly most: number };
