import { z } from "zod";
import {
  breakIdSchema,
  candidateIdSchema,
  competencyIdSchema,
  exerciseIdSchema,
  hashSchema,
  kitIdSchema,
  kitItemIdSchema,
  levelIdSchema,
  personIdSchema,
  questionIdSchema,
  roundIdSchema,
  slotIdSchema,
  timestampSchema,
} from "../ids";
import { lifted, saysMoreThanVersion1 } from "./plan-versions";

/** Local date and time on the wall of the interview room, "2026-11-23T09:30"; no zone. */
export const localTimeSchema = z.iso.datetime({ local: true, precision: -1 });

/** The longest a slot or a break may be, in minutes. */
export const longestSlot = 600;

/** A round placed in a loop. */
export const slotSchema = z.object({
  slotId: slotIdSchema,
  title: z.string().min(1).max(200),
  roundId: roundIdSchema.nullable(),
  startsAt: localTimeSchema,
  minutes: z.int().min(0).max(longestSlot),
  room: z.string().max(200),
  interviewers: z.array(personIdSchema),
  questionIds: z.array(questionIdSchema),
  exerciseId: exerciseIdSchema.nullable(),
  /** Present where the slot was called off; it stays in the plan, with nobody in it. */
  cancelled: z.literal(true).optional(),
  /** Who plays which role of the slot's exercise. Role players hold no card for playing. */
  rolePlayers: z.array(z.object({ personId: personIdSchema, roleId: kitItemIdSchema })),
});
export type Slot = z.infer<typeof slotSchema>;

/** Time without an interview: a pause, a lunch, a tour of the house. */
export const breakSchema = z.object({
  breakId: breakIdSchema,
  title: z.string().min(1).max(200),
  startsAt: localTimeSchema,
  minutes: z.int().min(0).max(longestSlot),
  /** For whom it is; null for everybody, the candidate among them. */
  personIds: z.array(personIdSchema).nullable(),
});
export type Break = z.infer<typeof breakSchema>;

/** A card that must be in before the reveal. */
export const requiredCardSchema = z.object({ slotId: slotIdSchema, personId: personIdSchema });
export type RequiredCard = z.infer<typeof requiredCardSchema>;

export const weightSchema = z.object({
  competencyId: competencyIdSchema,
  weight: z.number().min(0).max(100),
});
export type Weight = z.infer<typeof weightSchema>;

/** What the panel asks of itself beyond what Panelbook asks of everybody. */
export const policySchema = z.object({
  /** A rated question without a tick or a note keeps its card from being sealed. */
  evidenceRequired: z.boolean(),
});
export type Policy = z.infer<typeof policySchema>;

const planFieldsSchema = z.object({
  /** Version 1 is only read: such a plan says nothing of what version 2 brought, and keeps the text it was signed in. */
  formatVersion: z.literal([1, 2]),
  candidate: z.object({ candidateId: candidateIdSchema, name: z.string().min(1) }),
  kit: z.object({
    kitId: kitIdSchema,
    title: z.string().min(1),
    version: z.int().positive(),
    /** Merkle root of the frozen snapshot. */
    kitRoot: hashSchema,
  }),
  levelId: levelIdSchema,
  slots: z.array(slotSchema),
  breaks: z.array(breakSchema),
  required: z.array(requiredCardSchema),
  /** Competencies without an entry weigh 1. */
  weights: z.array(weightSchema),
  /** Why the weights are unequal; empty while they are equal. */
  weightsReason: z.string(),
  /** From when on no version of this plan may change the weights; null while they may change. */
  weightsFrozenAt: timestampSchema.nullable(),
  /** Which competencies two independent panelists have to hear about; null: every one that is asked about. */
  requiredCompetencyIds: z.array(competencyIdSchema).nullable(),
  policy: policySchema,
  /** What was arranged for the candidate, as a fact ("30 minutes more", "room without stairs"): never why. */
  accommodations: z.string().max(2000),
});
export type Plan = z.infer<typeof planFieldsSchema>;

/** What the panel agreed to do with one candidate. It counts once the authority has signed it. */
export const planSchema = z.preprocess(
  lifted,
  planFieldsSchema.refine((plan) => plan.formatVersion === 2 || !saysMoreThanVersion1(plan), {
    error: "a plan of version 1 has no words for what version 2 brought",
  }),
);

export const slotById = (plan: Plan, slotId: string): Slot => {
  const slot = plan.slots.find((known) => known.slotId === slotId);
  if (slot === undefined) throw new Error(`the plan has no slot ${slotId}`);
  return slot;
};

/** True where every competency weighs the same; one without an entry weighs 1. */
export const areEqual = (weights: readonly Weight[]): boolean => weights.every(({ weight }) => weight === 1);

export const weightOf = (plan: Pick<Plan, "weights">, competencyId: string): number =>
  plan.weights.find((entry) => entry.competencyId === competencyId)?.weight ?? 1;

/** Every interviewer of every slot owes a card, except those who never count (`excused`: observers, shadows). */
export const requiredCardsOf = (
  slots: readonly Slot[],
  excused: ReadonlySet<string>,
): readonly RequiredCard[] =>
  slots.flatMap((slot) =>
    slot.interviewers
      .filter((personId) => !excused.has(personId))
      .map((personId) => ({ slotId: slot.slotId, personId })),
  );
