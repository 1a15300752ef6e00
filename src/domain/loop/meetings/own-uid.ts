import { type BreakId, breakIdSchema, type LoopId, type SlotId, slotIdSchema } from "../../ids";
import type { Plan } from "../plan";

const place = "@panelbook.invalid";

/** How every calendar file of a loop names a slot or a break. */
export const uidOf = (id: SlotId | BreakId, loopId: LoopId): string => `${id}.${loopId}${place}`;

/** What of the loop's plan an event is, by its name; null for what comes from somewhere else. */
export const planItemOf = (
  uid: string,
  loopId: LoopId,
  plan: Pick<Plan, "slots" | "breaks">,
): { readonly slotId: SlotId } | { readonly breakId: BreakId } | null => {
  const tail = `.${loopId}${place}`;
  if (!uid.endsWith(tail)) return null;
  const id = uid.slice(0, -tail.length);
  const slotId = slotIdSchema.safeParse(id).data;
  if (slotId !== undefined && plan.slots.some((slot) => slot.slotId === slotId)) return { slotId };
  const breakId = breakIdSchema.safeParse(id).data;
  return breakId !== undefined && plan.breaks.some((pause) => pause.breakId === breakId) ? { breakId } : null;
};
