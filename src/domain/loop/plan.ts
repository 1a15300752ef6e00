import { z } from "zod";
import {
  candidateIdSchema,
  competencyIdSchema,
  exerciseIdSchema,
  hashSchema,
  kitIdSchema,
  levelIdSchema,
  personIdSchema,
  questionIdSchema,
  roundIdSchema,
  slotIdSchema,
} from "../ids";

/** A round placed in a loop. */
export const slotSchema = z.object({
  slotId: slotIdSchema,
  title: z.string().min(1).max(200),
  roundId: roundIdSchema.nullable(),
  /** Local date and time on the wall of the interview room, "2026-11-23T09:30"; no zone. */
  startsAt: z.iso.datetime({ local: true, precision: -1 }),
  minutes: z.int().min(0).max(600),
  room: z.string().max(200),
  interviewers: z.array(personIdSchema),
  questionIds: z.array(questionIdSchema),
  exerciseId: exerciseIdSchema.nullable(),
  /** Present where the slot was called off; it stays in the plan, with nobody in it. */
  cancelled: z.literal(true).optional(),
});
export type Slot = z.infer<typeof slotSchema>;

/** A card that must be in before the reveal. */
export const requiredCardSchema = z.object({ slotId: slotIdSchema, personId: personIdSchema });
export type RequiredCard = z.infer<typeof requiredCardSchema>;

export const weightSchema = z.object({
  competencyId: competencyIdSchema,
  weight: z.number().min(0).max(100),
});
export type Weight = z.infer<typeof weightSchema>;

/** What the panel agreed to do with one candidate. It counts once the authority has signed it. */
export const planSchema = z.object({
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
  required: z.array(requiredCardSchema),
  /** Competencies without an entry weigh 1. */
  weights: z.array(weightSchema),
  /** Why the weights are unequal; empty while they are equal. */
  weightsReason: z.string(),
});
export type Plan = z.infer<typeof planSchema>;

export const slotById = (plan: Plan, slotId: string): Slot => {
  const slot = plan.slots.find((known) => known.slotId === slotId);
  if (slot === undefined) throw new Error(`the plan has no slot ${slotId}`);
  return slot;
};

export const weightOf = (plan: Plan, competencyId: string): number =>
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
