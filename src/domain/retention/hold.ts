import { z } from "zod";
import { loopIdSchema } from "../ids";
import { daySchema } from "./days";

/** Why papers are to be kept, whatever the rules say. No words of one's own: they would name people. */
export const holdCauses = ["charge", "complaint", "audit", "other"] as const;
export type HoldCause = (typeof holdCauses)[number];

/** A legal hold on one loop's papers: until its final disposition no rule says that they are due, and their candidate is not deleted. */
export const holdSchema = z.object({
  loopId: loopIdSchema,
  cause: z.enum(holdCauses),
  /** The day of the notice. */
  since: daySchema,
});
export type Hold = z.infer<typeof holdSchema>;

/** One hold for a loop. */
export const holdsSchema = z
  .array(holdSchema)
  .refine((holds) => new Set(holds.map(({ loopId }) => loopId)).size === holds.length, {
    error: "a loop is held once",
  });
