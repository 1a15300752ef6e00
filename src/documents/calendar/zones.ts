import ICAL from "ical.js";

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;

/** More observances than any real zone has ever had; the whole file's together, since each is counted out year by year. */
const mostObservances = 200;

/** What a rule of a time zone says in practice. Others could be counted out for ever: every second since 1601. */
const ruleParts = new Set(["FREQ", "UNTIL", "COUNT", "INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY", "WKST"]);

const isYearly = (rule: string): boolean => {
  const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
  const days = (parts.get("BYMONTHDAY") ?? "1").split(",").map(Number);
  return (
    parts.get("FREQ") === "YEARLY" &&
    [...parts.keys()].every((name) => ruleParts.has(name)) &&
    /^\d{1,2}$/.test(parts.get("BYMONTH") ?? "1") &&
    /^[+-]?\d{0,2}[A-Z]{2}$/.test(parts.get("BYDAY") ?? "SU") &&
    (parts.get("INTERVAL") ?? "1") === "1" &&
    days.length <= 31 &&
    days.every((day) => Number.isInteger(day) && day !== 0 && Math.abs(day) <= 28)
  );
};

const observancesOf = (zone: Component): readonly Component[] => zone.getAllSubcomponents();

const isSane = (zone: Component): boolean =>
  zone.getFirstProperty("tzid") !== null &&
  observancesOf(zone).every((observance) =>
    observance.getAllProperties("rrule").every((rule) => isYearly(String(rule.getFirstValue()))),
  );

/** Takes the time zones out of a calendar whose rules are none of a real zone; their events count as of an unknown one. */
export const dropWildZones = (calendar: Component): void => {
  const zones = calendar.getAllSubcomponents("vtimezone");
  const tooMany = zones.reduce((sum, zone) => sum + observancesOf(zone).length, 0) > mostObservances;
  for (const zone of zones) if (tooMany || !isSane(zone)) calendar.removeSubcomponent(zone);
};

const pad = (value: number, digits = 2): string => String(value).padStart(digits, "0");

/** Milliseconds since 1970 as the clock of a zone shows them: "2026-11-23T09:30". */
const localOf = (instant: number, zone: string): string => {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
};

const asUtc = (local: string): number => Date.parse(`${local}:00Z`);

/** True for a zone's name that this machine knows, as "Europe/Berlin". */
const isKnownZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The instant at which a zone's clock shows a local time; asked twice, since the offset may change in between. */
const instantIn = (local: string, zone: string): number => {
  const wall = asUtc(local);
  const offsetAt = (instant: number): number => asUtc(localOf(instant, zone)) - instant;
  return wall - offsetAt(wall - offsetAt(wall));
};

/** A moment of a calendar on this laptop's wall. */
export interface Moment {
  readonly local: string;
  readonly clock: "asWritten" | "converted" | "unknownZone";
}

const written = ({ year, month, day, hour, minute }: Time): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`;

const moved = (instant: number, local: string, zone: string): Moment => {
  const here = localOf(instant, zone);
  return { local: here, clock: here === local ? "asWritten" : "converted" };
};

/** Years outside of these are no interview, and are not counted out. */
const isPlausible = ({ year }: Time): boolean => year >= 1970 && year < 2200;

/**
 * A date and time of a calendar as the wall clock of `zone` shows it ("Europe/Zagreb"). A time without a zone is on every
 * wall the same; one in a zone that neither the file nor this machine knows stays as it is written, and says so. Null for
 * a year far off.
 */
export const momentOf = (time: Time, named: string | null, zone: string): Moment | null => {
  if (!isPlausible(time)) return null;
  const local = written(time);
  const isUtc = time.zone === ICAL.Timezone.utcTimezone;
  if (isUtc) return moved(asUtc(local), local, zone);
  if (named === null) return { local, clock: "asWritten" };
  if (time.zone?.component) return moved(asUtc(local) - time.utcOffset() * 1000, local, zone);
  if (isKnownZone(named)) return moved(instantIn(local, named), local, zone);
  return { local, clock: "unknownZone" };
};
