import { fromBase64 } from "lib0/buffer";
import { createDecoder, readAny, readVarString, readVarUint8Array } from "lib0/decoding";
import { z } from "zod";

/** A laptop's name in a room: y-webrtc takes a UUID. */
const nameSchema = z.string().min(1).max(64);

/** Descriptions of one data channel take a few kilobytes, and one more line for each network a laptop is in. */
const maxDescription = 32 * 1024;
const maxCandidate = 2 * 1024;

const candidateSchema = z
  .object({
    candidate: z.string().max(maxCandidate),
    sdpMid: z.string().max(64).nullish(),
    sdpMLineIndex: z.int().min(0).max(64).nullish(),
  })
  // WebRTC throws where neither says to which part of the description it belongs.
  .refine(({ sdpMid, sdpMLineIndex }) => typeof sdpMid === "string" || typeof sdpMLineIndex === "number");

const descriptionSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("offer"), sdp: z.string().min(1).max(maxDescription) }),
  z.object({ type: z.literal("answer"), sdp: z.string().min(1).max(maxDescription) }),
  z.object({ type: z.literal("candidate"), candidate: candidateSchema }),
  z.object({ type: z.literal("renegotiate"), renegotiate: z.literal(true) }),
]);

/** What laptops of a room say to each other through a server before they are connected. */
export const signalMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("announce"), from: nameSchema, to: nameSchema.optional() }),
  z.object({
    type: z.literal("signal"),
    from: nameSchema,
    to: nameSchema,
    /** Which of two offers that crossed is taken; left out by who only answers. */
    token: z.number().optional(),
    signal: descriptionSchema,
  }),
]);
export type SignalMessage = z.infer<typeof signalMessageSchema>;

/** As much as a signaling server passes on at once. */
const maxSealed = 256 * 1024;

/** What a server tells of a room; null stands for data that cannot be sealed text. Everything else it says is for others. */
export const publishedSchema = z.object({
  type: z.literal("publish"),
  topic: z.string(),
  data: z.string().max(maxSealed).nullable().catch(null),
});

/** Opens what was sealed with the room's password, as y-webrtc does it; null where it does not open or is no such thing. */
export const openSignal = async (
  sealed: string | null,
  key: CryptoKey,
): Promise<{ readonly said: unknown } | null> => {
  if (sealed === null) return null;
  try {
    const envelope = createDecoder(fromBase64(sealed));
    if (readVarString(envelope) !== "AES-GCM") return null;
    const iv = new Uint8Array(readVarUint8Array(envelope));
    const cipher = new Uint8Array(readVarUint8Array(envelope));
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, cipher);
    return { said: readAny(createDecoder(new Uint8Array(plain))) };
  } catch {
    // Whoever can reach the server can make such bytes; that they mean nothing is an answer and no fault of this program.
    return null;
  }
};
