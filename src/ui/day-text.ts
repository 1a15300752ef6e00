const dayFormat = (zone: string | undefined) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: zone });

/** A bare date, "2026-11-23": the same day wherever it is read. */
const isBareDate = (iso: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(iso);

/** An ISO time as "23 Nov 2026" on this laptop's calendar, or in the zone given; a text that is no time stays as it is. */
export const dayText = (iso: string, zone?: string): string => {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : dayFormat(isBareDate(iso) ? "UTC" : zone).format(time);
};
