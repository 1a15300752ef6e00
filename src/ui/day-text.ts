const dayFormat = (zone: string | undefined) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: zone });

/** An ISO time as "23 Nov 2026" on this laptop's calendar, or in the zone given; a text that is no time stays as it is. */
export const dayText = (iso: string, zone?: string): string => {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : dayFormat(zone).format(time);
};
