import { z } from "zod";
import { base64UrlSchema, deviceIdSchema, hashSchema, personIdSchema } from "../ids";
import { signedHeader } from "./signed-header";

/** A role player's word that an assessor may read the role player's sheet, with its key for one of their laptops. */
export const openingBodySchema = z.object({
  ...signedHeader,
  /** The role player. */
  personId: personIdSchema,
  /** The role player's sealed sheet. */
  envelopeHash: hashSchema,
  assessor: personIdSchema,
  recipient: deviceIdSchema,
  /** The assessor's own sealed card in the slot: it was there before the key was given. */
  sealedHash: hashSchema,
  /** The sheet's content key, encrypted to the recipient's X25519 key. */
  wrap: z.object({
    ephemeralKey: base64UrlSchema.length(43),
    nonce: base64UrlSchema.length(16),
    ciphertext: base64UrlSchema,
  }),
});
export type OpeningBody = z.infer<typeof openingBodySchema>;
