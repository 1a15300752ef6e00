import { useClock } from "../../../bindings/use-clock";
import type { Card } from "../../../domain/card/card";
import { slotTime } from "../../../domain/card/slot-time";
import { clockText, paceOf } from "../clock";
import classes from "../slot-clock.module.css";

const paceWords = { calm: "", closing: "closing", over: "over time" } as const;

/** The time since the role player started. It renders alone every second. */
export const RoleClock = ({ card, minutes }: { readonly card: Card; readonly minutes: number }) => {
  const elapsedMs = slotTime(card, useClock(true)) ?? 0;
  const pace = paceOf(elapsedMs, minutes);
  return (
    <div className={classes.clock} data-pace={pace}>
      <p role="timer" aria-label="Time in this slot">
        <b>{clockText(elapsedMs)}</b>
        {minutes === 0 ? null : <span>of {minutes} min</span>}
        {paceWords[pace] === "" ? null : <span className={classes.pace}>{paceWords[pace]}</span>}
      </p>
    </div>
  );
};
