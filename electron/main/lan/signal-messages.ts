import { z } from "zod";

const topicSchema = z.string().min(1).max(200);
const topicsSchema = z.array(topicSchema).max(256);

const nameSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** Base64 of a piece of a sealed frame. */
const longestPiece = 96 * 1024;

/** How a message begins that is handed to one laptop; what it costs is counted apart from signaling. */
export const passPrefix = '{"type":"pass"';

/**
 * What y-webrtc says to a signaling server. Payloads pass through unread: members seal them with a key the host's
 * server never uses.
 */
export const signalMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("subscribe"), topics: topicsSchema }),
  z.object({ type: z.literal("unsubscribe"), topics: topicsSchema }),
  z.object({
    type: z.literal("publish"),
    topic: topicSchema,
    data: z.union([z.string(), z.record(z.string(), z.unknown())]),
  }),
  z.object({ type: z.literal("ping") }),
  /** "In this topic I am reached by this name." */
  z.object({ type: z.literal("here"), topic: topicSchema, name: nameSchema }),
  /** For one laptop of the topic that the sender cannot reach by itself. */
  z.object({
    type: z.literal("pass"),
    topic: topicSchema,
    to: nameSchema,
    data: z.string().max(longestPiece),
  }),
]);
export type SignalMessage = z.infer<typeof signalMessageSchema>;
export type Pass = Extract<SignalMessage, { type: "pass" }>;
export type Publish = Extract<SignalMessage, { type: "publish" }>;
