import { z } from "zod";

/** A day of the calendar, "2026-11-23"; without a zone. Days compare as texts. */
export const daySchema = z.iso.date();
export type Day = z.infer<typeof daySchema>;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 31);

/** The same day so many months on; in a month that is too short, its last day. */
export const monthsAfter = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const [thenYear, thenMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const then = Math.min(date, daysIn(thenYear, thenMonth));
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(thenYear).padStart(4, "0")}-${two(thenMonth)}-${two(then)}`;
};

/** The latest of some days, or null where there is none. */
export const latest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null;
