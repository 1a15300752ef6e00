import { dayOf, minuteOf, type Span } from "../../../domain/loop/plan-times";

/** The stretch of a day that the timeline shows, in minutes since midnight, on whole hours. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

const usual: Hours = { from: 9 * 60, to: 17 * 60 };
const toHour = 60;
const aDay = 24 * 60;

/** The hours that all spans of a plan lie in, with room at both ends to move something into; a usual day where there is nothing. */
export const hoursOf = (spans: readonly Span[]): Hours => {
  if (spans.length === 0) return usual;
  const from = Math.min(...spans.map(minuteOf));
  const to = Math.max(...spans.map((span) => minuteOf(span) + span.minutes));
  return {
    from: Math.max(0, (Math.floor(from / toHour) - 1) * toHour),
    to: Math.min(aDay, (Math.ceil(to / toHour) + 1) * toHour),
  };
};

/** The full hours between the ends, in minutes since midnight. */
export const hourMarks = ({ from, to }: Hours): readonly number[] =>
  Array.from({ length: Math.ceil((to - from) / toHour) }, (_, index) => from + index * toHour);

/** "09:30" for minutes since midnight; past midnight it counts on from 00:00. */
export const clockText = (minutes: number): string => {
  const within = minutes % aDay;
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`;
};

/** "09:30 to 10:15" */
export const spanText = (span: Span): string =>
  `${clockText(minuteOf(span))} to ${clockText(minuteOf(span) + span.minutes)}`;

/** Where a span lies in the track, in percent of its width. What goes past the end is cut off. */
export const placeOf = (
  span: Span,
  { from, to }: Hours,
): { readonly left: number; readonly width: number } => {
  const length = to - from;
  const start = minuteOf(span) - from;
  const left = (Math.max(0, start) / length) * 100;
  return { left, width: Math.min(100 - left, (span.minutes / length) * 100) };
};

/** The spans of one day. */
export const onDay = <Item extends Span>(items: readonly Item[], day: string): readonly Item[] =>
  items.filter((item) => dayOf(item) === day);
