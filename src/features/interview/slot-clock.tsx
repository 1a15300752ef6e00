import { useClock } from "../../bindings/use-clock";
import { clockText, elapsedSince, paceOf } from "./clock";
import classes from "./slot-clock.module.css";

interface SlotClockProps {
  readonly startedAt: string;
  /** Planned minutes; 0 means that no time is planned. */
  readonly minutes: number;
}

const paceWords = { calm: "", closing: "closing", over: "over time" } as const;

/** The slot's own clock. It renders alone every second, so that nothing else on the screen has to. */
export const SlotClock = ({ startedAt, minutes }: SlotClockProps) => {
  const elapsedMs = elapsedSince(startedAt, useClock(true));
  const pace = paceOf(elapsedMs, minutes);
  const share = minutes === 0 ? 0 : Math.min(1, elapsedMs / (minutes * 60_000));
  return (
    <div className={classes.clock} data-pace={pace} role="timer" aria-label="Time in this slot">
      <p>
        <b>{clockText(elapsedMs)}</b>
        {minutes === 0 ? null : <span>of {minutes} min</span>}
        {paceWords[pace] === "" ? null : <span className={classes.pace}>{paceWords[pace]}</span>}
      </p>
      {minutes === 0 ? null : (
        <div className={classes.bar} aria-hidden="true">
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  );
};

/** The time a line begun now would get. */
export const RunningTime = ({ startedAt }: { readonly startedAt: string }) => (
  <>{clockText(elapsedSince(startedAt, useClock(true)))}</>
);
