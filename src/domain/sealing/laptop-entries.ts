import { z } from "zod";
import { deviceIdSchema, hashSchema, personIdSchema, slotIdSchema } from "../ids";
import { deviceKeysSchema } from "../loop/roster";
import { signedHeader } from "./signed-header";

/** One laptop's word that another laptop belongs to the same person, who compared the words on both. */
export const ownLaptopBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  /** The keys the person compared; the roster gives them a laptop with the same ones. */
  laptop: z.object({ deviceId: deviceIdSchema, agreeKey: deviceKeysSchema.shape.agreeKey }),
});
export type OwnLaptopBody = z.infer<typeof ownLaptopBodySchema>;

/** Which of the versions that an author's laptops sealed apart is the author's card. */
export const choiceBodySchema = z.object({
  ...signedHeader,
  slotId: slotIdSchema,
  personId: personIdSchema,
  /** The newest revision of the version that counts; the revisions before it come along. */
  chosen: hashSchema,
  /** The newest revisions of the versions that are set aside. */
  rejected: z.array(hashSchema).min(1),
  /** Earlier choices about this card that this one takes back. */
  replaces: z.array(hashSchema),
  /** Hashes of the reveal calls this laptop held. */
  knownReveals: z.array(hashSchema),
});
export type ChoiceBody = z.infer<typeof choiceBodySchema>;
