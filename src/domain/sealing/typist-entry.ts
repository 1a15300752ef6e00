import { z } from "zod";
import { hashSchema, personIdSchema, slotIdSchema } from "../ids";
import { signedHeader } from "./signed-header";

/** The protocol in which somebody else's laptop may seal a person's card. */
export const typistSince = 5;

/** Longest reason in UTF-16 units. */
const longestReason = 2_000;

/** The authority's word that another person's laptop types a card in for the one whose card it is, and why. */
export const typistBodySchema = z.object({
  ...signedHeader,
  slotId: slotIdSchema,
  /** Whose card it is. */
  personId: personIdSchema,
  /** Who types it in, on a laptop of their own. */
  by: personIdSchema,
  reason: z.string().trim().min(1).max(longestReason),
});
export type TypistBody = z.infer<typeof typistBodySchema>;

/** What the header of a card says that somebody else's laptop sealed; every other header has no such member. */
export const typedInSchema = z.object({
  /** The authority's word that allows it: it was there before the card. */
  typist: hashSchema,
  /** The typist's own cards that were sealed before, every revision: they owe nothing to what was typed. Sorted. */
  after: z.array(hashSchema).max(500),
});
export type TypedIn = z.infer<typeof typedInSchema>;
