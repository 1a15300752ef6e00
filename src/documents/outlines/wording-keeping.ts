import type { HoldCause } from "../../domain/retention/hold";
import type { ClockStart } from "../../domain/retention/regimes";

export { dateWords } from "./wording";

/** From which day a rule counts, in a cover's words. */
export const clockStartWords: Readonly<Record<ClockStart, string>> = {
  recordOrDecision: "the later of the last interview and the decision",
  decision: "the day of the decision",
  rejection: "the day of the rejection",
  lastContact: "the last contact on record",
};

export const holdCauseWords: Readonly<Record<HoldCause, string>> = {
  charge: "a charge",
  complaint: "a complaint",
  audit: "an audit",
  other: "for another reason",
};

/** Whole years as years: "2 years", "6 months". */
export const periodWords = (months: number): string => {
  const [count, unit] = months % 12 === 0 ? [months / 12, "year"] : [months, "month"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
};
