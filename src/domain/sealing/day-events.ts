import { z } from "zod";
import { hashSchema, personIdSchema, slotIdSchema } from "../ids";
import { requiredCardSchema } from "../loop/plan";

/** The candidate withdrew, or the loop is called off: nothing is opened any more, and retention starts. */
export const loopEndedSchema = z.object({
  type: z.literal("loopEnded"),
  cause: z.enum(["withdrawn", "cancelled"]),
  reason: z.string().min(1),
  /** The day from which retention counts: in UTC, by the signer's clock. */
  retentionFrom: z.iso.date(),
  /** The reveal calls the signer held: what they opened stays open. */
  knownReveals: z.array(hashSchema),
});

/** These endings were taken back: the loop goes on. */
export const loopResumedSchema = z.object({
  type: z.literal("loopResumed"),
  endings: z.array(hashSchema).min(1),
  reason: z.string().min(1),
});

/** The laptop that signs is borrowed, and will keep nothing of the loop. */
export const laptopBorrowedSchema = z.object({
  type: z.literal("laptopBorrowed"),
  personId: personIdSchema,
});

/** The laptop that signs now takes the loop off its disk, and what is lost with that, by its own word. */
export const laptopWipedSchema = z.object({
  type: z.literal("laptopWiped"),
  personId: personIdSchema,
  /** Cards begun on it and never sealed. */
  drafts: z.array(requiredCardSchema),
  /** Sealed cards that fewer than two other persons' laptops hold. */
  unsafe: z.array(requiredCardSchema),
});

/** A card of this slot was written on paper first, or from memory, and typed in afterwards, or somebody else typed it. */
export const cardEnteredSchema = z.object({
  type: z.literal("cardEntered"),
  slotId: slotIdSchema,
  personId: personIdSchema,
  typedBy: personIdSchema,
  /** `speech`: typed in while the candidate spoke, by somebody else. */
  from: z.enum(["paper", "memory", "speech"]),
});

/** What a log entry may say of a day that went otherwise than planned. */
export const dayEventSchemas = [
  loopEndedSchema,
  loopResumedSchema,
  laptopBorrowedSchema,
  laptopWipedSchema,
  cardEnteredSchema,
] as const;

export type LoopEnded = z.infer<typeof loopEndedSchema>;
export type DayEvent = z.infer<(typeof dayEventSchemas)[number]>;

/** The protocol that brought these events; in an older loop an entry with one is refused. */
export const dayEventsSince = 3;

const dayEventTypes: ReadonlySet<string> = new Set(dayEventSchemas.map(({ shape }) => shape.type.value));

export const isDayEvent = (event: { readonly type: string }): boolean => dayEventTypes.has(event.type);
