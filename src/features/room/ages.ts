const minute = 60_000;
const hour = 60 * minute;

/**
 * How long ago something was signed: "just now", "12 min ago". The time is of the clock of the laptop that signed; where
 * that clock is ahead of this one by more than a minute there is no age to tell.
 */
export const ageWords = (iso: string, nowMs: number): string => {
  const age = nowMs - Date.parse(iso);
  if (age < -minute) return "by a clock ahead of this one";
  if (age < 2 * minute) return "just now";
  if (age < 2 * hour) return `${Math.floor(age / minute)} min ago`;
  if (age < 48 * hour) return `${Math.floor(age / hour)} hours ago`;
  return `${Math.floor(age / (24 * hour))} days ago`;
};
