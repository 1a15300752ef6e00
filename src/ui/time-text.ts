const timeFormat = (zone: string | undefined) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });

/** An ISO time as "11:42" on this laptop's clock, or in the zone given; a text that is no time stays as it is. */
export const timeText = (iso: string, zone?: string): string => {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : timeFormat(zone).format(time);
};
