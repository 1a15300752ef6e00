import { nameIn } from "../../../bindings/loop-names";
import type { QuestionState } from "../../../domain/card/card";
import type { PersonId, SlotId } from "../../../domain/ids";
import { questionTopic } from "../../../domain/kit/lookup";
import {
  type CellState,
  type CompetencyCoverage,
  wantedRaters,
} from "../../../domain/loop/coverage/coverage-board";
import type { SlotAdvice } from "../../../domain/loop/coverage/next-slot";
import type { OpenView } from "../desk";

/** Every text of the coverage board. It says who asked what, and never what anybody thought. */

export const boardRule =
  "Who asked about what, so that the next slot can fill the gaps. No rating is here, and none can be read from it.";

export const cellWords: Record<CellState, string> = {
  asked: "asked",
  planned: "planned",
  missed: "planned and left out",
  none: "not planned",
};

export const markWords: Record<Exclude<QuestionState, "open">, string> = {
  asked: "asked by",
  prompted: "asked with a prompt by",
  notAsked: "not asked by",
  skippedForTime: "skipped for time by",
};

type Names = Pick<OpenView, "persons">;

export const namesOf = (view: Names, ids: readonly PersonId[]): string =>
  ids.map((personId) => nameIn(view, personId)).join(", ");

/** "1 of 2: Ines Sato · to come: Ana Brandt" */
export const ratersLine = (view: Names, { raters, expected }: CompetencyCoverage): string => {
  const heard = raters.length === 0 ? "nobody yet" : namesOf(view, raters);
  const coming = expected.length === 0 ? "" : ` · to come: ${namesOf(view, expected)}`;
  return `${raters.length} of ${wantedRaters}: ${heard}${coming}`;
};

const slotTitles = ({ plan }: Pick<OpenView, "plan">, ids: readonly SlotId[]): string =>
  ids.map((slotId) => plan.slots.find((slot) => slot.slotId === slotId)?.title ?? "another slot").join(", ");

const soFar = (raters: number): string =>
  raters === 0 ? "Nobody has asked about it yet" : `${raters} of ${wantedRaters} raters so far`;

/** Why a slot should keep or add something, in one sentence. */
export const adviceReason = (view: OpenView, advice: SlotAdvice): string => {
  const missed = advice.missedIn.length === 0 ? "" : `; left out in ${slotTitles(view, advice.missedIn)}`;
  const elsewhere =
    advice.elsewhere === 0
      ? ", and no other slot will"
      : `, and elsewhere only ${advice.elsewhere} more will`;
  return `${soFar(advice.raters)}${missed}${elsewhere}.`;
};

/** What to do about it: the question in its own words where there is one. */
export const adviceAct = (view: OpenView, { kind, questions, competencyId }: SlotAdvice): string => {
  const [question] = questions;
  const competency = view.kit.competencies.find(({ id }) => id === competencyId)?.name ?? "this competency";
  if (question === undefined)
    return `${competency}: every question of the kit was asked. Ask for another example of it.`;
  const topic = questionTopic(view.kit, question);
  return kind === "keep" ? `Keep ${topic}` : `Add ${topic}: “${question.prompt}”`;
};
