import type { Kit, Level, Question } from "../../domain/kit/kit";
import type { KitPlace } from "../../domain/kit/lint/finding";
import { jumpToSection } from "../../ui/side-index";
import { sectionIds } from "./kit-index";
import { type QuestionKind, questionsShown } from "./questions";
import type { QuestionPager } from "./use-question-pager";

export type Pagers = Readonly<Record<QuestionKind, QuestionPager>>;

interface Shown {
  readonly level: Level;
  readonly onLevel: (levelId: string) => void;
  readonly pagers: Pagers;
}

/** Turns to a question, at a level it is meant for where it is not meant for the one that is shown. */
const turnTo = (kit: Kit, { target, levelIds, id }: Question, shown: Shown): string => {
  const { level, onLevel, pagers } = shown;
  const levelId = levelIds.length === 0 || levelIds.includes(level.id) ? level.id : (levelIds[0] ?? level.id);
  if (levelId !== level.id) onLevel(levelId);
  pagers[target.kind].show(questionsShown(kit, target.kind, levelId).findIndex((known) => known.id === id));
  return sectionIds[target.kind];
};

const sectionOf: Record<Exclude<KitPlace["part"], "question">, (id: string) => string> = {
  competency: () => sectionIds.framework,
  knockOut: () => sectionIds.application,
  videoPrompt: () => sectionIds.application,
  exercise: (id) => `exercise-${id}`,
  round: () => sectionIds.rounds,
};

const sectionOfPlace = (kit: Kit, { part, id }: KitPlace, shown: Shown): string => {
  if (part !== "question") return sectionOf[part](id);
  const question = kit.questions.find((known) => known.id === id);
  return question === undefined ? sectionIds.core : turnTo(kit, question, shown);
};

/** Brings the place of a finding into view. */
export const goToPlace = (kit: Kit, place: KitPlace, shown: Shown): void =>
  jumpToSection(sectionOfPlace(kit, place, shown));
