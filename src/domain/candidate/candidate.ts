import { z } from "zod";
import { candidateIdSchema, kitIdSchema, timestampSchema } from "../ids";

/** A person who may be hired. Version 1 of the stored shape. */
export const candidateSchema = z.object({
  id: candidateIdSchema,
  name: z.string().trim().min(1).max(200),
  /** How to reach the person, as typed; may be empty. */
  contact: z.string().max(500),
  kitId: kitIdSchema.nullable(),
  createdAt: timestampSchema,
});
export type Candidate = z.infer<typeof candidateSchema>;
