import type { Policy } from "../loop/plan";
import type { Card, Evidence, ExerciseAnswer } from "./card";

/** True where criteria or a test's cases were judged one by one. */
const isJudgedByParts = ({ criteria, testAnswers }: Partial<ExerciseAnswer>): boolean =>
  [criteria, testAnswers].some((parts) => parts !== undefined && parts.length > 0);

/** True where something was ticked or written: a rating on its own convinces nobody. */
export const hasEvidence = (evidence: Evidence | ExerciseAnswer): boolean =>
  isJudgedByParts(evidence) ||
  evidence.ticks.length > 0 ||
  evidence.notes.some(({ text }) => text.trim() !== "");

/** True where the candidate's own words were kept. */
export const hasQuote = ({ notes }: Evidence): boolean =>
  notes.some(({ quote, text }) => quote && text.trim() !== "");

/** True where the loop asks for evidence and something is rated without any: such a card is not sealed. */
export const isEvidenceMissing = ({ answers, exercise }: Card, policy: Policy | null): boolean =>
  policy?.evidenceRequired === true &&
  [...answers, ...(exercise === null ? [] : [exercise])].some(
    (item) => item.rating.kind === "rated" && !hasEvidence(item),
  );
