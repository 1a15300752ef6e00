import { z } from "zod";
import { attitudeIdSchema, competencyIdSchema, exerciseIdSchema } from "../ids";

/** What a row of the matrix, a note, a second rating or a piece of a decision's evidence is about. */
export const debriefItemSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("competency"), competencyId: competencyIdSchema }),
  z.object({ kind: z.literal("attitude"), attitudeId: attitudeIdSchema }),
  z.object({ kind: z.literal("exercise"), exerciseId: exerciseIdSchema }),
  z.object({ kind: z.literal("overall") }),
]);
export type DebriefItem = z.infer<typeof debriefItemSchema>;

/** The name of an item in notes and links; stable, since discussion notes are kept under it. */
export const debriefItemKey = (item: DebriefItem): string => {
  if (item.kind === "competency") return item.competencyId;
  if (item.kind === "attitude") return item.attitudeId;
  return item.kind === "exercise" ? item.exerciseId : "overall";
};

/** True where both speak of one item; a competency and an attitude may have the same id. */
export const isSameItem = (one: DebriefItem, other: DebriefItem): boolean =>
  one.kind === other.kind && debriefItemKey(one) === debriefItemKey(other);
