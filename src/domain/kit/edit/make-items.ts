import {
  attitudeIdSchema,
  competencyIdSchema,
  disciplineIdSchema,
  exerciseIdSchema,
  freeSlug,
  kitItemIdSchema,
  levelIdSchema,
  questionIdSchema,
  roundIdSchema,
} from "../../ids";
import type { Exercise, ExerciseRole, Kit, Question } from "../kit";
import { idsOf } from "./items";
import type { KitEdit } from "./kit-edit";

type Adding<Type extends KitEdit["type"]> = Extract<KitEdit, { type: Type }>;

const slugFor = (what: string, salt: string, taken: ReadonlySet<string>): string =>
  freeSlug(`${what} ${salt}`, taken, what);

/** The kit with a new item of a list that needs nothing but its name. */
export const withNamed = (kit: Kit, { list, name, salt }: Adding<"add">): Kit => {
  const id = slugFor(list.toLowerCase(), salt, idsOf(kit[list]));
  switch (list) {
    case "levels":
      return { ...kit, levels: [...kit.levels, { id: levelIdSchema.parse(id), name }] };
    case "disciplines":
      return { ...kit, disciplines: [...kit.disciplines, { id: disciplineIdSchema.parse(id), name }] };
    case "attitudes":
      return {
        ...kit,
        attitudes: [...kit.attitudes, { id: attitudeIdSchema.parse(id), name, definition: "" }],
      };
    case "rounds":
      return {
        ...kit,
        rounds: [...kit.rounds, { id: roundIdSchema.parse(id), name, purpose: "", minutes: null, runBy: "" }],
      };
    case "knockOuts":
      return {
        ...kit,
        knockOuts: [
          ...kit.knockOuts,
          { id: kitItemIdSchema.parse(id), prompt: name, answer: { form: "yesNo", disqualifying: "no" } },
        ],
      };
    case "videoPrompts":
      return {
        ...kit,
        videoPrompts: [
          ...kit.videoPrompts,
          {
            id: kitItemIdSchema.parse(id),
            title: "",
            prompt: name,
            format: "",
            responseSeconds: null,
            preparationSeconds: null,
            takes: null,
          },
        ],
      };
  }
};

export const withCompetency = (kit: Kit, { name, salt, disciplineId }: Adding<"addCompetency">): Kit => {
  const id = competencyIdSchema.parse(slugFor("competency", salt, idsOf(kit.competencies)));
  const under = disciplineIdSchema.parse(disciplineId);
  return { ...kit, competencies: [...kit.competencies, { id, disciplineId: under, name, levels: [] }] };
};

/** A free id for a question of the kit. */
export const newQuestionId = (kit: Kit, salt: string): Question["id"] =>
  questionIdSchema.parse(slugFor("question", salt, idsOf(kit.questions)));

export const withCriterion = (kit: Kit, { form, text, salt }: Adding<"addCriterion">): Kit => {
  const id = kitItemIdSchema.parse(slugFor("criterion", salt, idsOf(kit.resumeCriteria)));
  return { ...kit, resumeCriteria: [...kit.resumeCriteria, { id, form, text, weight: 1 }] };
};

/** An exercise that says nothing yet but its name, with an empty anchor for each point of the scale. */
export const withExercise = (kit: Kit, { kind, title, salt }: Adding<"addExercise">): Kit => {
  const id = exerciseIdSchema.parse(slugFor("exercise", salt, idsOf(kit.exercises)));
  const exercise: Exercise = {
    id,
    kind,
    title,
    prompt: "",
    scenario: "",
    problem: "",
    format: "",
    minutes: null,
    preparation: "",
    audience: "",
    prepare: [],
    reviewBeforehand: [],
    deliverables: [],
    groundRules: [],
    successCriteria: [],
    roles: [],
    items: [],
    anchors: kit.exerciseScale.map(({ label }) => ({ label, text: "" })),
    responseMinutes: null,
    positive: [],
    negative: [],
  };
  return { ...kit, exercises: [...kit.exercises, exercise] };
};

export const withRole = (exercise: Exercise, name: string, salt: string): Exercise => {
  const role: ExerciseRole = {
    id: kitItemIdSchema.parse(slugFor("role", salt, idsOf(exercise.roles))),
    name,
    archetype: "",
    playedBy: "",
    motivation: "",
    constraints: [],
    tensions: [],
    guidance: [],
    doNot: [],
  };
  return { ...exercise, roles: [...exercise.roles, role] };
};

export const withTestItem = (exercise: Exercise, prompt: string, salt: string): Exercise => {
  const id = kitItemIdSchema.parse(slugFor("item", salt, idsOf(exercise.items)));
  return { ...exercise, items: [...exercise.items, { id, prompt, expected: "" }] };
};
