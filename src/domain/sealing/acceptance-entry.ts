import { z } from "zod";
import { hashSchema, personIdSchema } from "../ids";
import { signedHeader } from "./signed-header";

/** Whether the person has reasons not to judge this candidate freely: knows them, owes them, competes with them. */
export const conflictSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("declared"), text: z.string().trim().min(1).max(2000) }),
]);
export type Conflict = z.infer<typeof conflictSchema>;

/** What one person accepts before their first slot, on their own laptop. There is none without confidentiality. */
export const acceptanceBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  confidentiality: z.literal(true),
  conflict: conflictSchema,
  /** The sentences that stood on the screen, as the person read them. */
  wording: z.string().min(1).max(4000),
  /** Earlier acceptances of the same person that this one stands in place of. */
  replaces: z.array(hashSchema),
});
export type AcceptanceBody = z.infer<typeof acceptanceBodySchema>;
