import { z } from "zod";
import type { LoopId } from "../../../domain/ids";
import type { Setting } from "../../../store/repositories/setting-repository";

/** Whether the loop's person said that this laptop is borrowed. Names no person and no candidate. */
export const borrowedSetting = (loopId: LoopId): Setting<boolean> => ({
  key: `borrowed.${loopId}`,
  schema: z.boolean(),
  fallback: false,
});

/** Stands while a loop is being taken off this laptop, so that a crash half-way is finished at the next start. */
export const wipingSetting = (loopId: LoopId): Setting<boolean> => ({
  key: `${wipingPrefix}${loopId}`,
  schema: z.boolean(),
  fallback: false,
});

export const wipingPrefix = "wiping.";
