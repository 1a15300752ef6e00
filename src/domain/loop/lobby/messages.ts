import { z } from "zod";
import { base64UrlSchema, hashSchema, loopIdSchema, personIdSchema } from "../../ids";
import { loopLabelSchema } from "../loop-label";
import { deviceKeysSchema } from "../roster";
import { lobbyDeviceLabelSchema, lobbyNameSchema } from "./lobby-names";

/** The version of the lobby's own messages. The loop's protocol is a member of `hello`. */
export const lobbyVersion = 1 as const;

const publicKeySchema = base64UrlSchema.length(43);
const nonceSchema = base64UrlSchema.length(43);
const signatureSchema = base64UrlSchema.length(86);
const boxSchema = base64UrlSchema.min(22).max(12_000);

/** Why a host turns a laptop away. */
export const lobbyRefusals = [
  /** The loop speaks a newer protocol than the joiner. */
  "updateFirst",
  /** The joiner speaks a newer protocol than the loop. */
  "hostMustUpdate",
  /** No loop with this label is open for joining on that laptop. */
  "noSuchLoop",
  /** The join token is not the one of the invite that is open now. */
  "inviteExpired",
  "denied",
  /** Too many laptops are waiting, or one address asks too often. */
  "tooMany",
  /** Nobody answered in the time that a request may wait. */
  "timedOut",
  "hostStopped",
  /** The host could not hand out the loop secret. */
  "hostFailed",
  /** The same laptop asked again on another connection. */
  "replaced",
  /** The host could not read a message, or a check of it failed. */
  "badMessage",
] as const;
export const lobbyRefusalSchema = z.enum(lobbyRefusals);
export type LobbyRefusal = z.infer<typeof lobbyRefusalSchema>;

/** Read before `hello` is, so that a newer program's hello gets a reason and not silence. */
export const anyHelloSchema = z.object({
  type: z.literal("hello"),
  v: z.int().positive(),
  protocol: z.int().positive(),
});

/** Joiner to host, the first message, readable by the whole network. It names nobody. */
export const helloSchema = anyHelloSchema.extend({
  v: z.literal(lobbyVersion),
  label: loopLabelSchema,
  /** X25519, made for this conversation. */
  ephemeralKey: publicKeySchema,
  /** SHA-256 over the opening, which follows in `reveal`. */
  commitment: hashSchema,
});
export type Hello = z.infer<typeof helloSchema>;

/** Host to joiner, in reply to hello; `box` holds a `HostProof`. */
export const answerSchema = z.object({
  type: z.literal("answer"),
  v: z.literal(lobbyVersion),
  ephemeralKey: publicKeySchema,
  box: boxSchema,
});
export type Answer = z.infer<typeof answerSchema>;

/** Every later message, either way. */
export const boxedSchema = z.object({ type: z.literal("box"), box: boxSchema });

/** Host to joiner, outside a box where there is no key yet. */
export const refusedSchema = z.object({ type: z.literal("refused"), reason: lobbyRefusalSchema });

export const hostFrameSchema = z.discriminatedUnion("type", [answerSchema, boxedSchema, refusedSchema]);
export type HostFrame = z.infer<typeof hostFrameSchema>;

export const hostProofSchema = z.object({
  type: z.literal("hostProof"),
  device: deviceKeysSchema,
  nonce: nonceSchema,
  signature: signatureSchema,
});
export type HostProof = z.infer<typeof hostProofSchema>;

/** Who asks to come in. Committed to in hello, told once the host has proved its key. */
export const openingSchema = z.object({
  device: deviceKeysSchema,
  deviceLabel: lobbyDeviceLabelSchema,
  personName: lobbyNameSchema,
  nonce: nonceSchema,
});
export type Opening = z.infer<typeof openingSchema>;

export const revealSchema = z.object({
  type: z.literal("reveal"),
  /** The exact text of the opening's JSON that was committed to. */
  opening: z.string().max(4000),
  /** Shows that the joiner holds the join token; null without a full invite. */
  proof: base64UrlSchema.length(43).nullable(),
  signature: signatureSchema,
});
export type Reveal = z.infer<typeof revealSchema>;

/** Joiner to host, in boxes. `accepted` says that the loop secret is kept durably. */
export const joinerBoxSchema = z.discriminatedUnion("type", [
  revealSchema,
  z.object({ type: z.literal("accepted") }),
]);

/** A loop secret wrapped to one laptop's X25519 key. */
export const secretWrapSchema = z.object({
  ephemeralKey: publicKeySchema,
  nonce: base64UrlSchema.length(16),
  ciphertext: base64UrlSchema.min(22).max(400),
});
export type SecretWrap = z.infer<typeof secretWrapSchema>;

/** What an admitted laptop gets. It is signed by the host and names the conversation it belongs to. */
export const admissionSchema = z.object({
  v: z.literal(lobbyVersion),
  loopId: loopIdSchema,
  generation: z.int().positive(),
  /** The hash of the loop's first signed entry: what everything else the joiner will receive hangs on. */
  charterHash: hashSchema,
  personId: personIdSchema,
  transcript: hashSchema,
  wrap: secretWrapSchema,
});
export type Admission = z.infer<typeof admissionSchema>;

/** Host to joiner, in boxes. */
export const hostBoxSchema = z.discriminatedUnion("type", [
  hostProofSchema,
  /** The request is shown to the facilitator. */
  z.object({ type: z.literal("waiting") }),
  z.object({ type: z.literal("admission"), body: z.string().max(4000), signature: signatureSchema }),
  refusedSchema,
]);
export type HostBox = z.infer<typeof hostBoxSchema>;
