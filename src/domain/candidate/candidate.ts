import { z } from "zod";
import { candidateIdSchema, kitIdSchema, timestampSchema } from "../ids";
import { samenessActSchema } from "./sameness";

/** A person who may be hired. Version 2 of the stored shape; version 1 said nothing about who is the same person. */
export const candidateSchema = z.object({
  id: candidateIdSchema,
  name: z.string().trim().min(1).max(200),
  /** How to reach the person, as typed; may be empty. */
  contact: z.string().max(500),
  kitId: kitIdSchema.nullable(),
  createdAt: timestampSchema,
  /** Only ever added to. */
  sameness: z.array(samenessActSchema).max(500).default([]),
});
export type Candidate = z.infer<typeof candidateSchema>;
