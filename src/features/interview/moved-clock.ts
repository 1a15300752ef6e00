import type { Card } from "../../domain/card/card";

/** The card with its slot's clock moved along with the laptop's, so that the slot's time goes on as it was. */
export const withMovedClock = (card: Card, movedMs: number): Card =>
  movedMs === 0 ? card : { ...card, clock: { shiftMs: card.clock.shiftMs + movedMs } };

/**
 * By how much the clock must have been moved while the card was closed, at the least: what was saved cannot have been
 * saved later than now. `savedAt` and `now` are ISO times.
 */
export const movedSinceSaved = (savedAt: string | null, now: string): number =>
  savedAt === null ? 0 : Math.min(0, Date.parse(now) - Date.parse(savedAt));

/** An older state of a card on the newest clock: taking a change back does not move the clock back. */
export const withClockOf = (older: Card, newest: Card): Card =>
  older.clock.shiftMs === newest.clock.shiftMs ? older : { ...older, clock: newest.clock };
