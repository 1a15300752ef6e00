import { z } from "zod";
import { base64UrlSchema, deviceIdSchema, hashSchema } from "../ids";
import { signedHeader } from "./signed-header";

/** A loop secret wrapped to one laptop of the roster. */
export const generationWrapSchema = z.object({
  deviceId: deviceIdSchema,
  /** The sender's one-time X25519 public key. */
  ephemeralKey: base64UrlSchema.length(43),
  nonce: base64UrlSchema.length(16),
  ciphertext: base64UrlSchema.max(200),
});

/** The loop secret of a generation, for every laptop of the roster that raised it and for nobody else. */
export const generationBodySchema = z.object({
  ...signedHeader,
  generation: z.int().min(2),
  /** The roster that raised the generation. */
  roster: hashSchema,
  wraps: z.array(generationWrapSchema).min(1),
});
export type GenerationBody = z.infer<typeof generationBodySchema>;
