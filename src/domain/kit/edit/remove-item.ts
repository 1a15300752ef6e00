import { err, ok } from "../../result";
import type { Kit, Question } from "../kit";
import { type Edited, gone, type HasId } from "./items";
import type { EditedList } from "./kit-edit";

const prompts = (questions: readonly Question[]): readonly string[] => questions.map(({ prompt }) => prompt);

/** The names of what would lead nowhere without the item. A question that is meant for other levels too can do without one. */
const users: Record<EditedList, (kit: Kit, id: string) => readonly string[]> = {
  levels: ({ questions }, id) =>
    prompts(questions.filter(({ levelIds }) => levelIds.length > 0 && levelIds.every((one) => one === id))),
  disciplines: ({ competencies }, id) =>
    competencies.filter(({ disciplineId }) => disciplineId === id).map(({ name }) => name),
  competencies: ({ questions }, id) =>
    prompts(questions.filter(({ target }) => target.kind === "competency" && target.competencyId === id)),
  attitudes: ({ questions }, id) =>
    prompts(questions.filter(({ target }) => target.kind === "attitude" && target.attitudeId === id)),
  rounds: ({ questions }, id) => prompts(questions.filter(({ roundId }) => roundId === id)),
  questions: () => [],
  knockOuts: () => [],
  videoPrompts: () => [],
  resumeCriteria: () => [],
  exercises: () => [],
};

const without = <Item extends HasId>(items: readonly Item[], id: string): Item[] =>
  items.filter((item) => item.id !== id);

const withoutLevel = (kit: Kit, id: string): Kit => ({
  ...kit,
  levels: without(kit.levels, id),
  competencies: kit.competencies.map((competency) => ({
    ...competency,
    levels: competency.levels.filter(({ levelId }) => levelId !== id),
  })),
  questions: kit.questions.map((question) => ({
    ...question,
    levelIds: question.levelIds.filter((levelId) => levelId !== id),
  })),
});

/** Takes an item out of its list; refused while something else in the kit needs it. */
export const removeItem = (kit: Kit, list: EditedList, id: string): Edited => {
  const items: readonly HasId[] = kit[list];
  if (!items.some((item) => item.id === id)) return gone;
  const by = users[list](kit, id);
  if (by.length > 0) return err({ type: "stillUsed", by });
  if (list !== "levels") return ok({ ...kit, [list]: without(items, id) });
  return items.length === 1 ? err({ type: "lastLevel" }) : ok(withoutLevel(kit, id));
};
