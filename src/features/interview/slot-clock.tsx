import { useClock } from "../../bindings/use-clock";
import type { Card } from "../../domain/card/card";
import { slotTime } from "../../domain/card/slot-time";
import { clockText, paceOf } from "./clock";
import type { Desk } from "./desk";
import { QuestionPace } from "./question-pace";
import classes from "./slot-clock.module.css";
import type { Subject } from "./subject";

interface SlotClockProps {
  readonly desk: Pick<Desk, "card" | "slot" | "view" | "adjust">;
  /** The subject in front. */
  readonly subject: Subject;
}

const paceWords = { calm: "", closing: "closing", over: "over time" } as const;

const Bar = ({ share }: { readonly share: number }) => (
  <div className={classes.bar} aria-hidden="true">
    <i style={{ width: `${share * 100}%` }} />
  </div>
);

/** The slot's own clock. It renders alone every second, so that nothing else on the screen has to. */
export const SlotClock = ({ desk, subject }: SlotClockProps) => {
  const { minutes } = desk.slot;
  const elapsedMs = slotTime(desk.card, useClock(true));
  if (elapsedMs === null) return <p className={classes.still}>Entered afterwards: no clock runs.</p>;
  const pace = paceOf(elapsedMs, minutes);
  return (
    <div className={classes.clock} data-pace={pace}>
      <p role="timer" aria-label="Time in this slot">
        <b>{clockText(elapsedMs)}</b>
        {minutes === 0 ? null : <span>of {minutes} min</span>}
        {paceWords[pace] === "" ? null : <span className={classes.pace}>{paceWords[pace]}</span>}
      </p>
      {minutes === 0 ? null : <Bar share={Math.min(1, elapsedMs / (minutes * 60_000))} />}
      <QuestionPace desk={desk} subject={subject} elapsedMs={elapsedMs} />
    </div>
  );
};

/** The time a line begun now would get. */
export const RunningTime = ({ card }: { readonly card: Pick<Card, "entered" | "startedAt" | "clock"> }) => {
  const elapsedMs = slotTime(card, useClock(true));
  return elapsedMs === null ? null : clockText(elapsedMs);
};
