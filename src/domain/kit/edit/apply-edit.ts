import { disciplineIdSchema, levelIdSchema, roundIdSchema } from "../../ids";
import { err, ok } from "../../result";
import { wellFormedText } from "../../sealing/canonical-json";
import type { Kit, KnockOut, Question } from "../kit";
import { type Edited, gone, type HasId, movedBefore, withItem } from "./items";
import type { KitEdit } from "./kit-edit";
import {
  newQuestionId,
  withCompetency,
  withCriterion,
  withExercise,
  withNamed,
  withRole,
  withTestItem,
} from "./make-items";
import { removeItem } from "./remove-item";
import { addPoint, movePoint, removePoint } from "./scale-points";
import { inExercise, setText } from "./set-text";
import { addSign, copiedSigns, moveSign, removeSign } from "./signs";

type Edit<Type extends KitEdit["type"]> = Extract<KitEdit, { type: Type }>;

const has = (items: readonly HasId[], id: string): boolean => items.some((item) => item.id === id);

const hasTarget = ({ competencies, attitudes }: Kit, target: Question["target"]): boolean =>
  target.kind === "competency" ? has(competencies, target.competencyId) : has(attitudes, target.attitudeId);

/** What is named here is still there. */
const fits = (kit: Kit, question: Edit<"addQuestion">): boolean =>
  hasTarget(kit, question.target) &&
  question.levelIds.every((id) => has(kit.levels, id)) &&
  (question.roundId === null || has(kit.rounds, question.roundId));

const addQuestion = (kit: Kit, edit: Edit<"addQuestion">): Edited => {
  if (!fits(kit, edit)) return gone;
  const { target, roundId, prompt, levelIds, salt } = edit;
  const id = newQuestionId(kit, salt);
  const question = { id, target, levelIds: [...levelIds], roundId, prompt, positive: [], negative: [] };
  return ok({ ...kit, questions: [...kit.questions, question] });
};

const duplicate = (kit: Kit, { id, salt }: Edit<"duplicateQuestion">): Edited => {
  const at = kit.questions.findIndex((question) => question.id === id);
  const question = kit.questions[at];
  if (question === undefined) return gone;
  const copy = { ...question, id: newQuestionId(kit, salt), ...copiedSigns(kit, question, salt) };
  return ok({ ...kit, questions: kit.questions.toSpliced(at + 1, 0, copy) });
};

/** The least and the most a number may be, by field; null where nothing bounds it from above. */
const bounds: Readonly<Record<Edit<"setNumber">["spot"]["field"], readonly [number, number | null]>> = {
  minutes: [1, 600],
  responseMinutes: [1, 600],
  responseSeconds: [1, null],
  preparationSeconds: [0, null],
  takes: [1, null],
  weight: [0.1, 100],
};

const setNumber = (kit: Kit, { spot, value }: Edit<"setNumber">): Edited => {
  const [least, most] = bounds[spot.field];
  const isWhole = spot.field === "weight" ? Number.isFinite(value) : Number.isSafeInteger(value);
  const fitting = value !== null && isWhole && value >= least && (most === null || value <= most);
  if (!fitting && (value !== null || spot.field === "weight")) return err({ type: "badNumber", least, most });
  return withItem(kit, spot.in, spot.id, (item) => ({ ...item, [spot.field]: value }));
};

const hasChoices = (answer: KnockOut["answer"]): boolean =>
  !("choices" in answer) ||
  (answer.choices.length >= 2 && answer.choices.every(({ text }) => text.trim() !== ""));

/** Texts of a person, as the kit's other texts are kept. */
const wellFormedAnswer = (answer: KnockOut["answer"]): KnockOut["answer"] => {
  if ("choices" in answer)
    return {
      ...answer,
      choices: answer.choices.map((choice) => ({ ...choice, text: wellFormedText(choice.text) })),
    };
  return answer.form === "number" ? { ...answer, unit: wellFormedText(answer.unit) } : answer;
};

const areCrossed = (answer: KnockOut["answer"]): boolean =>
  answer.form === "number" &&
  answer.minimum !== null &&
  answer.maximum !== null &&
  answer.minimum > answer.maximum;

const setAnswer = (kit: Kit, { knockOutId, answer }: Edit<"setAnswer">): Edited => {
  if (!hasChoices(answer)) return err({ type: "tooFewChoices" });
  if (areCrossed(answer)) return err({ type: "limitsCrossed" });
  return withItem(kit, "knockOuts", knockOutId, (one) => ({ ...one, answer: wellFormedAnswer(answer) }));
};

const move = (kit: Kit, { list, id, before }: Edit<"move">): Edited => {
  const items: readonly HasId[] = kit[list];
  const moved = movedBefore(items, id, before);
  return moved === null ? gone : ok({ ...kit, [list]: moved });
};

const setRound = (kit: Kit, { questionId, roundId }: Edit<"setRound">): Edited => {
  if (roundId !== null && !has(kit.rounds, roundId)) return gone;
  const to = roundId === null ? null : roundIdSchema.parse(roundId);
  return withItem(kit, "questions", questionId, (question) => ({ ...question, roundId: to }));
};

/** Every level is the same as none in particular, and stays so when a level is added. */
const setLevels = (kit: Kit, { questionId, levelIds }: Edit<"setLevels">): Edited => {
  if (!levelIds.every((id) => has(kit.levels, id))) return gone;
  const chosen = kit.levels
    .filter(({ id }) => levelIds.includes(id))
    .map(({ id }) => levelIdSchema.parse(id));
  const kept = chosen.length === kit.levels.length ? [] : chosen;
  return withItem(kit, "questions", questionId, (question) => ({ ...question, levelIds: kept }));
};

const setDiscipline = (kit: Kit, { competencyId, disciplineId }: Edit<"setDiscipline">): Edited => {
  if (!has(kit.disciplines, disciplineId)) return gone;
  const to = disciplineIdSchema.parse(disciplineId);
  return withItem(kit, "competencies", competencyId, (one) => ({ ...one, disciplineId: to }));
};

/** The first words of what is new, which may not be empty. */
const nameIn = (edit: KitEdit): string | null => {
  if ("name" in edit) return edit.name;
  if ("prompt" in edit) return edit.prompt;
  if ("title" in edit) return edit.title;
  if ("label" in edit) return edit.label;
  return edit.type === "addCriterion" ? edit.text : null;
};

const applied = (kit: Kit, edit: KitEdit): Edited => {
  switch (edit.type) {
    case "setText":
      return setText(kit, edit.spot, edit.text);
    case "setNumber":
      return setNumber(kit, edit);
    case "add":
      return ok(withNamed(kit, { ...edit, name: wellFormedText(edit.name) }));
    case "addCompetency":
      return has(kit.disciplines, edit.disciplineId)
        ? ok(withCompetency(kit, { ...edit, name: wellFormedText(edit.name) }))
        : gone;
    case "addQuestion":
      return addQuestion(kit, { ...edit, prompt: wellFormedText(edit.prompt) });
    case "addCriterion":
      return ok(withCriterion(kit, { ...edit, text: wellFormedText(edit.text) }));
    case "addExercise":
      return ok(withExercise(kit, { ...edit, title: wellFormedText(edit.title) }));
    case "remove":
      return removeItem(kit, edit.list, edit.id);
    case "move":
      return move(kit, edit);
    case "duplicateQuestion":
      return duplicate(kit, edit);
    case "setRound":
      return setRound(kit, edit);
    case "setLevels":
      return setLevels(kit, edit);
    case "setTarget":
      return hasTarget(kit, edit.target)
        ? withItem(kit, "questions", edit.questionId, (one) => ({ ...one, target: edit.target }))
        : gone;
    case "setDiscipline":
      return setDiscipline(kit, edit);
    case "setForm":
      return withItem(kit, "resumeCriteria", edit.criterionId, (one) => ({ ...one, form: edit.form }));
    case "setAnswer":
      return setAnswer(kit, edit);
    case "addSign":
      return addSign(kit, edit);
    case "removeSign":
      return removeSign(kit, edit.id);
    case "moveSign":
      return moveSign(kit, edit);
    case "addRole":
      return inExercise(kit, edit.exerciseId, (one) => withRole(one, wellFormedText(edit.name), edit.salt));
    case "addTestItem":
      return inExercise(kit, edit.exerciseId, (one) =>
        withTestItem(one, wellFormedText(edit.name), edit.salt),
      );
    case "removeRole":
      return inExercise(kit, edit.exerciseId, (one) =>
        has(one.roles, edit.id) ? { ...one, roles: one.roles.filter(({ id }) => id !== edit.id) } : null,
      );
    case "removeTestItem":
      return inExercise(kit, edit.exerciseId, (one) =>
        has(one.items, edit.id) ? { ...one, items: one.items.filter(({ id }) => id !== edit.id) } : null,
      );
    case "moveRole":
      return inExercise(kit, edit.exerciseId, (one) => {
        const roles = movedBefore(one.roles, edit.id, edit.before);
        return roles && { ...one, roles };
      });
    case "moveTestItem":
      return inExercise(kit, edit.exerciseId, (one) => {
        const items = movedBefore(one.items, edit.id, edit.before);
        return items && { ...one, items };
      });
    case "dropAnnounced":
      return ok({ ...kit, announced: { ...kit.announced, [edit.what]: null } });
    case "addPoint":
      return addPoint(kit, edit.scale, wellFormedText(edit.label));
    case "removePoint":
      return removePoint(kit, edit);
    case "movePoint":
      return movePoint(kit, edit);
  }
};

/**
 * Makes one edit. The kit that comes back fits its schema and all its references hold, given that both were so
 * before; a kit that does not change comes back as it is or equal.
 */
export const applyEdit = (kit: Kit, edit: KitEdit): Edited =>
  nameIn(edit)?.trim() === "" ? err({ type: "emptyText" }) : applied(kit, edit);
