import { z } from "zod";

/** No vowels, so that no word appears; no 0, 1, I, L, O, U, which look like each other. */
const alphabet = "BCDFGHJKMNPQRSTVWXYZ23456789";
const length = 4;

/** Tells the loops of one host apart; says nothing about the candidate, the company or the loop's id. */
export const loopLabelSchema = z
  .string()
  .regex(/^[B-DF-HJKMNP-TV-Z2-9]{4}$/)
  .brand<"LoopLabel">();
export type LoopLabel = z.infer<typeof loopLabelSchema>;

/** The label of a loop from the SHA-256 of its id: one letter from each of the first four 16-bit words. */
export const loopLabel = (hashOfLoopId: Uint8Array): LoopLabel => {
  const view = new DataView(hashOfLoopId.buffer, hashOfLoopId.byteOffset, hashOfLoopId.byteLength);
  const letters = Array.from({ length }, (_, at) =>
    alphabet.charAt(view.getUint16(at * 2) % alphabet.length),
  );
  return loopLabelSchema.parse(letters.join(""));
};
