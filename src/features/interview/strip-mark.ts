import { questionStateWords } from "../../documents/outlines/wording";
import type { Subject } from "./subject";

const absenceSigns = { notAsked: "–", notObserved: "?", insufficientEvidence: "~" } as const;
const absenceWords = {
  notAsked: "no rating: not asked",
  notObserved: "no rating: not observed",
  insufficientEvidence: "no rating: not enough evidence",
} as const;

/** The sign in a subject's circle: the digit of a rating, the sign of an absence, a point for asked. */
export const stripMark = ({ evidence, state }: Pick<Subject, "evidence" | "state">): string => {
  if (evidence.rating.kind === "rated") return String(evidence.rating.value);
  if (evidence.rating.kind === "absent") return absenceSigns[evidence.rating.reason];
  return state === "asked" || state === "prompted" ? "·" : "";
};

/** What a subject's mark says, in words: "asked, rated 3". */
export const spokenMark = ({ evidence, state }: Pick<Subject, "evidence" | "state">): string => {
  const { rating } = evidence;
  const rated = rating.kind === "rated" ? `rated ${rating.value}` : "";
  const absent = rating.kind === "absent" && rating.reason !== state ? absenceWords[rating.reason] : "";
  return [state === null ? "" : questionStateWords[state], rated, absent]
    .filter((part) => part !== "")
    .join(", ");
};
