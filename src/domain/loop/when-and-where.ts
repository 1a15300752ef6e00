import type { Slot } from "./plan";

/** "room 3", and "Room 3" where the plan says the word itself already, as it does for "Meeting room B". */
export const roomText = (room: string): string => (/\broom\b/i.test(room) ? room : `room ${room}`);

/**
 * "23 Nov 2026, 09:30 · 45 min · Room 3 · with Ines Sato": what a panelist looks for first. What the plan leaves open is left
 * out. `day` is the slot's day as the reader writes days, `others` are the names of who else is in it.
 */
export const whenAndWhere = (
  { startsAt, minutes, room }: Pick<Slot, "startsAt" | "minutes" | "room">,
  day: string,
  others: readonly string[] = [],
): string =>
  [
    `${day}, ${startsAt.slice(11, 16)}`,
    minutes === 0 ? "" : `${minutes} min`,
    room === "" ? "" : roomText(room),
    others.length === 0 ? "" : `with ${others.join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
