import { z } from "zod";
import { candidateIdSchema, kitIdSchema } from "../ids";
import { type Application, archiveCauses } from "./application";
import { cameToSteps, funnelStepIds } from "./count-funnel";
import { standingOf } from "./standing";

/** Why a person is deleted. Somebody added by mistake never applied and is not counted. */
export const deletionCauses = ["askedFor", "timeOver", "mistake", "other"] as const;
export type DeletionCause = (typeof deletionCauses)[number];

/** So many applications of deleted people for one role came to these steps and left like this. Names nobody. */
export const departedCountSchema = z.object({
  kitId: kitIdSchema,
  /** The steps they came to, in their order. */
  steps: z.array(z.enum(funnelStepIds)).min(1),
  /** Why they had been archived; null where they had not. */
  cause: z.enum(archiveCauses).nullable(),
  count: z.int().positive(),
});
export type DepartedCount = z.infer<typeof departedCountSchema>;

/** What a laptop still knows of those it deleted. Version 1 of the stored shape. */
export const departedSchema = z.object({
  formatVersion: z.literal(1),
  counts: z.array(departedCountSchema),
  /** Whose deletion has begun and is not done; they are counted already. */
  deleting: z.array(candidateIdSchema),
});
export type Departed = z.infer<typeof departedSchema>;

export const nobodyDeparted: Departed = { formatVersion: 1, counts: [], deleting: [] };

const countOf = (application: Application): DepartedCount => {
  const standing = standingOf(application);
  const cause = standing.state === "archived" ? (standing.cause ?? "other") : null;
  return { kitId: application.kitId, steps: [...cameToSteps(standing)], cause, count: 1 };
};

const isSame = (one: DepartedCount, other: DepartedCount): boolean =>
  one.kitId === other.kitId && one.cause === other.cause && one.steps.join() === other.steps.join();

const withCount = (counts: readonly DepartedCount[], added: DepartedCount): readonly DepartedCount[] =>
  counts.some((one) => isSame(one, added))
    ? counts.map((one) => (isSame(one, added) ? { ...one, count: one.count + added.count } : one))
    : [...counts, added];

/** A person's deletion begins: their applications are counted once, however often it is begun. */
export const beginDeleting = (
  departed: Departed,
  candidateId: Departed["deleting"][number],
  applications: readonly Application[],
  why: DeletionCause,
): Departed => {
  if (departed.deleting.includes(candidateId)) return departed;
  const counted = why === "mistake" ? [] : applications.map(countOf);
  return {
    ...departed,
    counts: [...counted.reduce(withCount, departed.counts)],
    deleting: [...departed.deleting, candidateId],
  };
};

/** It is done: nothing tells any more who it was. */
export const endDeleting = (departed: Departed, candidateId: Departed["deleting"][number]): Departed => ({
  ...departed,
  deleting: departed.deleting.filter((id) => id !== candidateId),
});
