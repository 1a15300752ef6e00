import type { Evidence } from "./card";

/** True where something was ticked or written: a rating on its own convinces nobody. */
export const hasEvidence = ({ ticks, notes }: Evidence): boolean =>
  ticks.length > 0 || notes.some(({ text }) => text.trim() !== "");

/** True where the candidate's own words were kept. */
export const hasQuote = ({ notes }: Evidence): boolean =>
  notes.some(({ quote, text }) => quote && text.trim() !== "");
