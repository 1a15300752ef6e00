import { questionById } from "../../domain/kit/lookup";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Subject } from "./subject";

/** Two independent raters are what a competency needs; a third adds little. */
const wantedRaters = 2;

/** How many colleagues have asked about the same competency so far. Says nothing about what they thought. */
export const ratersOf = (view: LoopView, competencyId: string): number => {
  const { kit } = view;
  if (kit === null) return 0;
  const asked = view.coverage.filter(({ questionId, state }) => {
    if (state !== "asked" && state !== "prompted") return false;
    if (!kit.questions.some((question) => question.id === questionId)) return false;
    const { target } = questionById(kit, questionId);
    return target.kind === "competency" && target.competencyId === competencyId;
  });
  return new Set(asked.map(({ personId }) => personId)).size;
};

/** The coverage of the current question's competency in one sentence. */
export const coverageLine = (view: LoopView, subject: Subject): string => {
  if (view.kit === null || subject.item.kind === "exercise")
    return "An exercise is rated by its own assessors.";
  const { target } = questionById(view.kit, subject.item.questionId);
  if (target.kind === "attitude") return "An attitude is heard wherever it shows.";
  const raters = ratersOf(view, target.competencyId);
  if (raters === 0) return `Nobody has asked about ${subject.title} yet.`;
  const count = raters === 1 ? "one person" : `${raters} people`;
  const need = raters >= wantedRaters ? "" : " It needs a second.";
  return `${subject.title} has been asked about by ${count} so far.${need}`;
};
