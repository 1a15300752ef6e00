import { z } from "zod";
import { hashSchema, personIdSchema } from "../ids";
import { signedHeader } from "./signed-header";

/** The escrow person's word that they will open a card before the reveal, and why. */
export const breakGlassBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  envelopeHash: hashSchema,
  reason: z.string(),
  /** The newest entry of every chain the laptop held. */
  heads: z.array(hashSchema),
});
export type BreakGlassBody = z.infer<typeof breakGlassBodySchema>;

/** "This laptop holds that reason": by another person, so that no glass is broken unseen. */
export const witnessBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  breakGlassHash: hashSchema,
});
export type WitnessBody = z.infer<typeof witnessBodySchema>;
