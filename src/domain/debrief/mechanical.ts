import type { LoopRecord } from "../record/record";
import { meanOf } from "../statistics/describe";
import type { Outcome } from "./decision";
import { overallCallsOf } from "./divergence";

/** Between no (1) and yes (2) of `overallCallsOf`. */
const yesNoLine = 1.5;

/** On which side of the line each person's calls are by their mean; who stands on the line is no voice. */
const voicesOf = (record: LoopRecord): readonly ("yes" | "no")[] => {
  const calls = overallCallsOf(record);
  return [...new Set(calls.map(({ personId }) => personId))].flatMap((person) => {
    const mean = meanOf(calls.flatMap(({ personId, call }) => (personId === person ? [call] : [])));
    if (mean === null || mean === yesNoLine) return [];
    return [mean > yesNoLine ? "yes" : "no"];
  });
};

/**
 * What the panel's overall calls say when they are only counted: everybody with an independent first call is one voice, in
 * however many slots they sat; more yes than no is a hire, more no than yes none; null where both sides are even or nobody
 * called. Nothing learned, nothing weighed.
 */
export const mechanicalResult = (record: LoopRecord): "hire" | "noHire" | null => {
  const voices = voicesOf(record);
  const yes = voices.filter((voice) => voice === "yes").length;
  const no = voices.length - yes;
  if (yes === no) return null;
  return yes > no ? "hire" : "noHire";
};

/** True where a decision goes against what the calls say when counted; to hold decides nothing and departs from nothing. */
export const departs = (record: LoopRecord, outcome: Outcome): boolean => {
  const result = mechanicalResult(record);
  if (result === null || outcome === "hold") return false;
  return (outcome === "noHire") !== (result === "noHire");
};
