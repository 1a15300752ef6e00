import { useEffect, useRef } from "react";
import { useServices } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import { type ClockReading, newClockWatch, readClock, wakeClock } from "../../domain/card/clock-watch";
import { movedSinceSaved, withMovedClock } from "./moved-clock";

/** Often enough that a moved clock is noticed before the next note is begun. */
const everyMs = 1_000;

/** Keeps the slot's time right while the laptop's clock is moved; what the machine sleeps counts. */
export const useClockWatch = (
  adjust: (change: (card: Card) => Card) => void,
  savedAt: string | null,
): void => {
  const { ids, shell } = useServices();
  const latest = useRef(adjust);
  useEffect(() => {
    latest.current = adjust;
  });
  const openedWith = useRef(savedAt);
  useEffect(() => {
    const reading = (): ClockReading => ({ wallMs: Date.parse(ids.now()), steadyMs: performance.now() });
    let watch = newClockWatch(reading());
    const move = (movedMs: number) => {
      if (movedMs !== 0) latest.current((card) => withMovedClock(card, movedMs));
    };
    move(movedSinceSaved(openedWith.current, ids.now()));
    openedWith.current = null;
    const take = (by: typeof readClock) => () => {
      const read = by(watch, reading());
      watch = read.watch;
      move(read.movedMs);
    };
    const timer = window.setInterval(take(readClock), everyMs);
    const undo = shell.onResumed(take(wakeClock));
    return () => {
      window.clearInterval(timer);
      undo();
    };
  }, [ids, shell]);
};
