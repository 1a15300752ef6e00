/** True where the large numbers are wanted (`npm test -- --full`) and not the small ones of every run. */
export const isFullRun = process.env.PANELBOOK_FULL === "1";

/** How often a test repeats itself: `small` in every run, `full` in the full one. */
export const rounds = (small: number, full: number): number => (isFullRun ? full : small);
