import type { ChartTick } from "./chart";

/** Letters that take the room of two: Chinese, Japanese and Korean, and full-width ones. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** How many letters' room a text takes. */
const roomOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);

/** More lines than this would be taller than the rows under them. */
const mostLines = 3;

/** Words in lines of at most `room` letters; null where a word is longer or there are too many. */
const wrapped = (label: string, room: number): readonly string[] | null => {
  const lines: string[] = [];
  for (const word of label.split(/\s+/u).filter((part) => part !== "")) {
    if (roomOf(word) > room) return null;
    const last = lines.at(-1);
    if (last !== undefined && roomOf(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > mostLines ? null : lines;
};

/** What stands over an axis: for each line a text per tick, and what has to be explained below the chart, or nothing. */
export interface AxisWords {
  readonly lines: readonly (readonly string[])[];
  /** "1 Associate, 2 Senior Associate" where the labels themselves do not fit. */
  readonly legend: string;
}

const numbered = (ticks: readonly ChartTick[]): AxisWords => ({
  lines: [ticks.map((_, index) => String(index + 1))],
  legend: ticks.map(({ label }, index) => `${index + 1} ${label}`).join(", "),
});

/**
 * The labels of an axis in lines, none wider than `room` letters, so that neighbours do not run into each other; numbers with
 * a legend where one of them cannot be broken so.
 */
export const axisWords = (ticks: readonly ChartTick[], room: number): AxisWords => {
  const labels = ticks.map(({ label }) => wrapped(label, room));
  const fitting = labels.filter((lines) => lines !== null);
  if (fitting.length < labels.length) return numbered(ticks);
  const height = Math.max(1, ...fitting.map((lines) => lines.length));
  return {
    lines: Array.from({ length: height }, (_, line) => fitting.map((lines) => lines[line] ?? "")),
    legend: "",
  };
};

/** The share of the axis between the two ticks that are nearest to each other; all of it where there is one. */
export const narrowestStep = (ticks: readonly ChartTick[]): number => {
  const places = ticks.map(({ at }) => at).toSorted((one, other) => one - other);
  return Math.min(1, ...places.slice(1).map((place, index) => place - (places[index] ?? 0)));
};
