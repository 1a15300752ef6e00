import type { Line } from "./lines";

/** "1 of 16": which of how many the page shows. */
export interface Counter {
  readonly index: number;
  readonly total: number;
}

const counter = /^(?:question |prompt )?(\d{1,6}) ?(?:of|\/) ?(\d{1,6})$/i;

/** Reads a pager line such as "1 of 16"; null where the line is none. */
export const counterOf = (line: Line): Counter | null => {
  const match = counter.exec(line.text);
  return match === null ? null : { index: Number(match[1]), total: Number(match[2]) };
};

const clock = /^\d{1,2}:\d{2} ?\/ ?(\d{1,2}):(\d{2})$/;

/** The limit of a recorder's clock ("0:42 / 2:00") in seconds; null where the line is no clock. */
export const clockLimit = (line: Line): number | null => {
  const match = clock.exec(line.text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
};

const recorder = /^(?:rec|\d ?[.)]? ?(?:record|review|submit))$/i;
const browser =
  /^(?:skip to (?:main )?content|back to top|copy link|print this page|share this page|previous|next|show more|show less|show all|expand all|collapse all)$/i;

/** Whether a line belongs to the page and not to the role: recorder steps, clocks, pagers, rules, page buttons. */
export const isFurniture = (line: Line): boolean =>
  line.symbolsOnly ||
  (line.marker !== "bullet" &&
    (recorder.test(line.text) ||
      browser.test(line.text) ||
      clock.test(line.text) ||
      counter.test(line.text)));
