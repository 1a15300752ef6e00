import { z } from "zod";
import {
  attitudeIdSchema,
  competencyIdSchema,
  disciplineIdSchema,
  exerciseIdSchema,
  indicatorIdSchema,
  kitIdSchema,
  kitItemIdSchema,
  levelIdSchema,
  questionIdSchema,
  roundIdSchema,
} from "../ids";
import { ratingScaleSchema } from "./scale";

/** One step of the progression framework. The order of `kit.levels` is the order of seniority. */
export const levelSchema = z.object({ id: levelIdSchema, name: z.string().min(1) });
export type Level = z.infer<typeof levelSchema>;

/** What one competency asks for at one level. An empty text means the kit does not say. */
export const levelTextSchema = z.object({
  levelId: levelIdSchema,
  /** The framework's cell: the job requirement at this level. */
  requirement: z.string(),
  /** "Expected at …": how much weight the competency carries at this level. */
  expectation: z.string(),
});
export type LevelText = z.infer<typeof levelTextSchema>;

export const competencySchema = z.object({
  id: competencyIdSchema,
  disciplineId: disciplineIdSchema,
  name: z.string().min(1),
  levels: z.array(levelTextSchema),
});
export type Competency = z.infer<typeof competencySchema>;

export const disciplineSchema = z.object({ id: disciplineIdSchema, name: z.string().min(1) });
export type Discipline = z.infer<typeof disciplineSchema>;

export const attitudeSchema = z.object({
  id: attitudeIdSchema,
  name: z.string().min(1),
  definition: z.string(),
});
export type Attitude = z.infer<typeof attitudeSchema>;

/** A named kind of interview. */
export const roundSchema = z.object({
  id: roundIdSchema,
  name: z.string().min(1),
  purpose: z.string(),
  /** Planned length in minutes, or null where the kit does not say. */
  minutes: z.int().positive().max(600).nullable(),
  /** Who usually runs it, in words. */
  runBy: z.string(),
});
export type Round = z.infer<typeof roundSchema>;

/** One observable sign. Its id is unique in the whole kit. */
export const indicatorSchema = z.object({ id: indicatorIdSchema, text: z.string().min(1) });
export type Indicator = z.infer<typeof indicatorSchema>;

const indicatorSides = {
  positive: z.array(indicatorSchema),
  negative: z.array(indicatorSchema),
};

/** A question asks about one competency or one attitude. */
export const questionTargetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("competency"), competencyId: competencyIdSchema }),
  z.object({ kind: z.literal("attitude"), attitudeId: attitudeIdSchema }),
]);
export type QuestionTarget = z.infer<typeof questionTargetSchema>;

export const questionSchema = z.object({
  id: questionIdSchema,
  target: questionTargetSchema,
  /** The levels it is meant for; an empty list means every level. */
  levelIds: z.array(levelIdSchema),
  roundId: roundIdSchema.nullable(),
  prompt: z.string().min(1),
  ...indicatorSides,
});
export type Question = z.infer<typeof questionSchema>;

const choiceSchema = z.object({ text: z.string().min(1), disqualifies: z.boolean() });

/** What ends an application, by the form of the answer. */
export const knockOutAnswerSchema = z.discriminatedUnion("form", [
  z.object({ form: z.literal("yesNo"), disqualifying: z.enum(["yes", "no"]) }),
  z.object({ form: z.literal("single"), choices: z.array(choiceSchema).min(2) }),
  z.object({ form: z.literal("multiple"), choices: z.array(choiceSchema).min(2) }),
  z.object({
    form: z.literal("number"),
    unit: z.string(),
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
  }),
]);

export const knockOutSchema = z.object({
  id: kitItemIdSchema,
  prompt: z.string().min(1),
  answer: knockOutAnswerSchema,
});
export type KnockOut = z.infer<typeof knockOutSchema>;

export const videoPromptSchema = z.object({
  id: kitItemIdSchema,
  title: z.string(),
  prompt: z.string().min(1),
  format: z.string(),
  /** Longest answer in seconds, or null where the kit does not say. */
  responseSeconds: z.int().positive().nullable(),
  preparationSeconds: z.int().nonnegative().nullable(),
  takes: z.int().positive().nullable(),
});
export type VideoPrompt = z.infer<typeof videoPromptSchema>;

export const resumeCriterionSchema = z.object({
  id: kitItemIdSchema,
  form: z.enum(["statement", "question"]),
  text: z.string().min(1),
  weight: z.number().positive(),
});
export type ResumeCriterion = z.infer<typeof resumeCriterionSchema>;

/** The role player's guide: nobody but role player and facilitator may read it during a loop. */
export const exerciseRoleSchema = z.object({
  id: kitItemIdSchema,
  name: z.string().min(1),
  archetype: z.string(),
  playedBy: z.string(),
  motivation: z.string(),
  constraints: z.array(z.string()),
  tensions: z.array(z.string()),
  guidance: z.array(z.string()),
  doNot: z.array(z.string()),
});
export type ExerciseRole = z.infer<typeof exerciseRoleSchema>;

/** The text that says what a rating of an exercise means, by the label of the scale's point. */
export const anchorSchema = z.object({ label: z.string().min(1), text: z.string() });
export type Anchor = z.infer<typeof anchorSchema>;

export const testItemSchema = z.object({
  id: kitItemIdSchema,
  prompt: z.string().min(1),
  expected: z.string(),
});

export const exerciseSchema = z.object({
  id: exerciseIdSchema,
  kind: z.enum(["presentation", "workSimulation", "test"]),
  title: z.string().min(1),
  /** What the candidate is asked to present or answer. */
  prompt: z.string(),
  scenario: z.string(),
  problem: z.string(),
  format: z.string(),
  minutes: z.int().positive().max(600).nullable(),
  /** Preparation in words, as the page gives it ("~2 hr prep"). */
  preparation: z.string(),
  audience: z.string(),
  prepare: z.array(z.string()),
  reviewBeforehand: z.array(z.string()),
  deliverables: z.array(z.string()),
  groundRules: z.array(z.string()),
  successCriteria: z.array(z.string()),
  roles: z.array(exerciseRoleSchema),
  items: z.array(testItemSchema),
  /** Best first or worst first, as given; matched to the exercise scale by label. */
  anchors: z.array(anchorSchema),
  /** Answer time in minutes where the page states it apart from the format. */
  responseMinutes: z.int().positive().max(600).nullable(),
  ...indicatorSides,
});
export type Exercise = z.infer<typeof exerciseSchema>;

export const kitSections = [
  "core",
  "competencyQuestions",
  "attitudeQuestions",
  "supporting",
  "application",
  "resumeScreen",
  "interviews",
  "framework",
] as const;
export type KitSection = (typeof kitSections)[number];

/** The heading and the lead text of a section, kept as the page words them. */
export const sectionIntroSchema = z.object({
  section: z.enum(kitSections),
  title: z.string(),
  paragraphs: z.array(z.string()),
});
export type SectionIntro = z.infer<typeof sectionIntroSchema>;

/** What the source says it has, which may be more than it shows. Null: it does not say. */
export const announcedSchema = z.object({
  competencyQuestions: z.int().nonnegative().nullable(),
  attitudeQuestions: z.int().nonnegative().nullable(),
  videoPrompts: z.int().nonnegative().nullable(),
  resumeCriteria: z.int().nonnegative().nullable(),
});
export type Announced = z.infer<typeof announcedSchema>;

/** Everything known about hiring for one role. Version 1 of the kit file. */
export const kitSchema = z.object({
  format: z.literal("panelbook-kit"),
  formatVersion: z.literal(1),
  id: kitIdSchema,
  title: z.string().min(1),
  author: z.string(),
  essay: z.object({ title: z.string(), author: z.string(), paragraphs: z.array(z.string()) }),
  intros: z.array(sectionIntroSchema),
  announced: announcedSchema,
  levels: z.array(levelSchema).min(1),
  questionScale: ratingScaleSchema,
  exerciseScale: ratingScaleSchema,
  disciplines: z.array(disciplineSchema),
  competencies: z.array(competencySchema),
  attitudes: z.array(attitudeSchema),
  rounds: z.array(roundSchema),
  questions: z.array(questionSchema),
  knockOuts: z.array(knockOutSchema),
  videoPrompts: z.array(videoPromptSchema),
  resumeCriteria: z.array(resumeCriterionSchema),
  exercises: z.array(exerciseSchema),
});
export type Kit = z.infer<typeof kitSchema>;
