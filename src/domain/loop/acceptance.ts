import { z } from "zod";
import { hashSchema, personIdSchema, timestampSchema } from "../ids";

/** What one person accepted before their first slot, as signed and still standing. */
export const acceptanceStateSchema = z.object({
  hash: hashSchema,
  personId: personIdSchema,
  at: timestampSchema,
  /** The conflict of interest they declared; null where they said they have none. */
  conflict: z.string().nullable(),
  /** The sentences they read. */
  wording: z.string(),
});
export type AcceptanceState = z.infer<typeof acceptanceStateSchema>;

/** What one person accepted, in one line of a list. */
export interface AcceptanceSummary {
  /** When they accepted first, of what stands, by their laptop's clock; null while they have not. */
  readonly at: AcceptanceState["at"] | null;
  readonly conflicts: readonly string[];
}

/** What of a person stands, where two of their laptops spoke apart as well. */
export const acceptanceOf = (
  personId: string,
  acceptances: readonly AcceptanceState[],
): AcceptanceSummary => {
  const own = acceptances.filter((one) => one.personId === personId);
  return {
    at: own.map(({ at }) => at).toSorted()[0] ?? null,
    conflicts: own.flatMap(({ conflict }) => (conflict === null ? [] : [conflict])),
  };
};
