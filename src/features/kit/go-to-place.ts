import type { Kit, Level, Question } from "../../domain/kit/kit";
import type { KitPlace } from "../../domain/kit/lint/finding";
import { jumpToSection } from "../../ui/side-index";
import { sectionIds } from "./kit-index";
import { type QuestionKind, questionsShown } from "./questions";
import type { QuestionPager } from "./use-question-pager";

export type Pagers = Readonly<Record<QuestionKind, QuestionPager>>;

export interface Shown {
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
  resumeCriterion: () => sectionIds.resumeScreen,
  exercise: (id) => `exercise-${id}`,
  round: () => sectionIds.rounds,
};

const sectionOfPlace = (kit: Kit, { part, id }: KitPlace, shown: Shown): string => {
  if (part !== "question") return sectionOf[part](id);
  const question = kit.questions.find((known) => known.id === id);
  return question === undefined ? sectionIds.core : turnTo(kit, question, shown);
};

/** What an element that is the place of a finding carries as `data-place`. */
export const placeKey = ({ part, id }: KitPlace): string => `${part} ${id}`;

/** Brings the part of the page with the place of a finding into view. */
export const goToPlace = (kit: Kit, place: KitPlace, shown: Shown): void =>
  jumpToSection(sectionOfPlace(kit, place, shown));

const isEmpty = ({ value }: HTMLTextAreaElement): boolean => value.trim() === "";

/**
 * Puts the cursor into the place itself: into its first empty text, else its first one. False where it is not on the page
 * yet, as a question that is only now turned to.
 */
export const enterPlace = (place: KitPlace): boolean => {
  const element = document.querySelector(`[data-place="${CSS.escape(placeKey(place))}"]`);
  if (element === null) return false;
  element.scrollIntoView({ block: "center" });
  const fields = [...element.querySelectorAll("textarea")];
  const field = fields.find(isEmpty) ?? fields[0];
  field?.focus({ preventScroll: true });
  field?.select();
  return true;
};
