const amount =
  /(\d{1,4}(?:[.,]\d{1,2})?) ?(hours|hour|hrs|hr|h|minutes|minute|mins|min|m|seconds|second|secs|sec|s)\b/gi;
const clock = /^(\d{1,3}):(\d{2})$/;
const filler =
  /\b(?:up|to|max|maximum|about|approx|approximately|around|limit|total|each|per|and|answer|question|response)\b/gi;

const secondsPerUnit: Record<string, number> = { h: 3600, m: 60, s: 1 };

/**
 * A length of time in whole seconds from words such as "2 min", "1 hr 30 min", "1:30" or "up to 90 seconds".
 * Null where the words say anything else as well, so that a range or a remark is never lost.
 */
export const parseSeconds = (text: string): number | null => {
  const time = clock.exec(text.trim());
  if (time !== null) return Number(time[1]) * 60 + Number(time[2]);
  let seconds = 0;
  const rest = text.replace(amount, (_, digits: string, unit: string) => {
    seconds += Number(digits.replace(",", ".")) * (secondsPerUnit[unit.charAt(0).toLowerCase()] ?? 0);
    return " ";
  });
  if (/[\p{L}\p{N}]/u.test(rest.replace(filler, " "))) return null;
  return seconds > 0 ? Math.round(seconds) : null;
};

const longestMinutes = 600;

/** A length of time in whole minutes from 1 to 600; null where it is none or does not come out even. */
export const parseMinutes = (text: string): number | null => {
  const seconds = parseSeconds(text);
  if (seconds === null || seconds % 60 !== 0) return null;
  const minutes = seconds / 60;
  return minutes >= 1 && minutes <= longestMinutes ? minutes : null;
};

/** What a line such as "talk · 20 min · ~2 hr prep" says. Parts that tell no time stay in `format`. */
export interface FormatLine {
  readonly format: string;
  readonly minutes: number | null;
  readonly preparation: string;
}

const isPreparation = (part: string): boolean => /\bprep(?:aration)?\b/i.test(part) && /\d|^no /i.test(part);

/** Takes a format line apart at its dots or bars. */
export const parseFormat = (text: string): FormatLine => {
  const parts = text.split(/[·•|]/).map((part) => part.trim());
  const words: string[] = [];
  const preparation: string[] = [];
  let minutes: number | null = null;
  for (const part of parts.filter((each) => each !== "")) {
    const length: number | null = minutes === null ? parseMinutes(part) : null;
    if (isPreparation(part)) preparation.push(part);
    else if (length !== null) minutes = length;
    else words.push(part);
  }
  return { format: words.join(" · "), minutes, preparation: preparation.join(" · ") };
};
