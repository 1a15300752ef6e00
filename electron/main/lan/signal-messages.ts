import { z } from "zod";

const topicSchema = z.string().min(1).max(200);
const topicsSchema = z.array(topicSchema).max(256);

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
]);
export type SignalMessage = z.infer<typeof signalMessageSchema>;
export type Publish = Extract<SignalMessage, { type: "publish" }>;
