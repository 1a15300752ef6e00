import type { LoopRecord } from "../record/record";
import type { Outcome } from "./decision";
import { overallCallsOf } from "./divergence";

/**
 * What the panel's overall calls say when they are only counted: every independent first call is one voice, more yes than
 * no is a hire, more no than yes none; null where both sides are even or nobody called. Nothing learned, nothing weighed.
 */
export const mechanicalResult = (record: LoopRecord): "hire" | "noHire" | null => {
  const calls = overallCallsOf(record).map(({ call }) => call);
  const yes = calls.filter((call) => call >= 2).length;
  const no = calls.length - yes;
  if (yes === no) return null;
  return yes > no ? "hire" : "noHire";
};

/** True where a decision goes against what the calls say when counted; to hold decides nothing and departs from nothing. */
export const departs = (record: LoopRecord, outcome: Outcome): boolean => {
  const result = mechanicalResult(record);
  if (result === null || outcome === "hold") return false;
  return (outcome === "noHire") !== (result === "noHire");
};
