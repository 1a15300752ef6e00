import { z } from "zod";
import { hashSchema, personIdSchema } from "../ids";
import { signedHeader } from "./signed-header";

/** A deputy's word that the facilitator's laptop is gone and that they act from now on. */
export const takeoverBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  reason: z.string(),
  /** The newest entry of every chain the deputy's laptop held: what it had seen. */
  heads: z.array(hashSchema),
});
export type TakeoverBody = z.infer<typeof takeoverBodySchema>;
