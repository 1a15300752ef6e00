import type { Card } from "./card";

/**
 * Milliseconds on the slot's clock at the wall clock's `nowMs` (since 1970): without what the laptop's clock was moved
 * meanwhile, and never less than zero. Null on a card that is entered afterwards: no clock ran.
 */
export const slotTime = (
  card: Pick<Card, "entered" | "startedAt" | "clock">,
  nowMs: number,
): number | null =>
  card.entered.kind === "live"
    ? Math.max(0, Math.round(nowMs - Date.parse(card.startedAt) - card.clock.shiftMs))
    : null;
