import { z } from "zod";
import { competencyIdSchema, hashSchema, levelIdSchema, personIdSchema } from "../ids";
import { debriefItemSchema } from "./item";

export const outcomeSchema = z.enum(["hire", "noHire", "hold", "otherLevel"]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What was decided and why. It counts once the authority has signed it. */
export const decisionSchema = z.object({
  outcome: outcomeSchema,
  /** The level decided for, where it is another than the plan's; else null. */
  levelId: levelIdSchema.nullable(),
  decidedBy: personIdSchema,
  rationale: z.string().trim().min(1),
  /** The cards (envelope hashes) and competencies the rationale rests on. */
  evidence: z.array(
    z.object({
      envelopeHash: hashSchema.nullable(),
      competencyId: competencyIdSchema.nullable(),
      /** In loops of protocol 4, where it is no competency: an attitude, an exercise, the overall calls. */
      item: debriefItemSchema.optional(),
    }),
  ),
  /** Disagreement, word for word. */
  dissent: z.array(z.object({ personId: personIdSchema, text: z.string().trim().min(1) })),
  /** Why the decision departs from the mechanical result; empty where it does not. */
  overrideReason: z.string(),
  /** In loops of protocol 4: who was there, as whoever recorded it says; each of them may countersign. */
  present: z.array(personIdSchema).optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** True for a decision that says what loops before protocol 4 have no words for. */
export const isSaidLater = ({ evidence, present }: Decision): boolean =>
  present !== undefined || evidence.some(({ item }) => item !== undefined);
