import { z } from "zod";

const count = z.int().nonnegative();

/** Why applications left at a step, and how many: those who wait there have not left. */
export const funnelLeftSchema = z.object({ reason: z.string().min(1), count });
export type FunnelLeft = z.infer<typeof funnelLeftSchema>;

export const funnelStepSchema = z.object({
  /** As a person reads it: "Resume screen". */
  name: z.string().min(1),
  /** How many applications ever came to this step. */
  entered: count,
  /** The most frequent reason first; reasons of equal count by the alphabet. */
  left: z.array(funnelLeftSchema),
});
export type FunnelStep = z.infer<typeof funnelStepSchema>;

/** How many applications for one role came how far, and why the others left. Names nobody. */
export const funnelSchema = z.object({
  /** The role kit's title. */
  role: z.string(),
  /** In the order in which an application passes them. */
  steps: z.array(funnelStepSchema),
  /** The UTC days of the first and the last application that is counted; null where there is none. */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
});
export type Funnel = z.infer<typeof funnelSchema>;

/** How many left at a step, for whatever reason. */
export const leftAt = (step: FunnelStep): number => step.left.reduce((sum, { count }) => sum + count, 0);
