import type { PersonId } from "../../../domain/ids";
import { questionById } from "../../../domain/kit/lookup";
import { type CoverageBoard, wantedRaters } from "../../../domain/loop/coverage/coverage-board";
import type { OpenView } from "../desk";
import type { Subject } from "../subject";

const ratersOf = (board: CoverageBoard, competencyId: string): readonly PersonId[] =>
  board.competencies.find((row) => row.competencyId === competencyId)?.raters ?? [];

/** The coverage of the current question's competency in one sentence. */
export const coverageLine = (view: OpenView, board: CoverageBoard, subject: Subject): string => {
  if (subject.item.kind === "exercise") return "An exercise is rated by its own assessors.";
  const { target } = questionById(view.kit, subject.item.questionId);
  if (target.kind === "attitude") return "An attitude is heard wherever it shows.";
  const raters = ratersOf(board, target.competencyId).length;
  if (raters === 0) return `Nobody has asked about ${subject.title} yet.`;
  const count = raters === 1 ? "one person" : `${raters} people`;
  const need = raters >= wantedRaters ? "" : " It needs a second.";
  return `${subject.title} has been asked about by ${count} so far.${need}`;
};
