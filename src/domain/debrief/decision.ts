import { z } from "zod";
import { competencyIdSchema, hashSchema, levelIdSchema, personIdSchema } from "../ids";

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
    z.object({ envelopeHash: hashSchema.nullable(), competencyId: competencyIdSchema.nullable() }),
  ),
  /** Disagreement, word for word. */
  dissent: z.array(z.object({ personId: personIdSchema, text: z.string().trim().min(1) })),
  /** Why the decision departs from the mechanical result; empty where it does not. */
  overrideReason: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;
