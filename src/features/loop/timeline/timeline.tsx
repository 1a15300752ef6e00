import { Fragment, useEffect, useId, useRef } from "react";
import type { PersonId, SlotId } from "../../../domain/ids";
import type { Break, Slot } from "../../../domain/loop/plan";
import { daysOf } from "../../../domain/loop/plan-times";
import { dayText } from "../../../ui/day-text";
import { clockText, type Hours, hourMarks, hoursOf, onDay, placeOf, spanText } from "./hours";
import { isIn, isPausing, type TimelineRow, timelineRows } from "./row-of";
import { SlotBlock } from "./slot-block";
import classes from "./timeline.module.css";

export interface TimelineProps {
  readonly slots: readonly Slot[];
  readonly breaks: readonly Break[];
  /** Whose lines are shown, in this order. */
  readonly people: readonly { readonly personId: PersonId; readonly name: string }[];
  /** What a person should look at, by slot. */
  readonly warnings: ReadonlyMap<SlotId, readonly string[]>;
  /** `field` groups what belongs to one movement, so that it is taken back at once. */
  readonly onChange: (slot: Slot, field: string) => void;
}

const Scale = ({ hours }: { readonly hours: Hours }) => (
  <div className={classes.scale} aria-hidden="true">
    {hourMarks(hours).map((minute) => (
      <span key={minute} style={{ left: `${((minute - hours.from) / (hours.to - hours.from)) * 100}%` }}>
        {clockText(minute)}
      </span>
    ))}
  </div>
);

const Pause = ({ pause, hours }: { readonly pause: Break; readonly hours: Hours }) => {
  const { left, width } = placeOf(pause, hours);
  return (
    <span
      role="note"
      className={classes.pause}
      style={{ left: `${left}%`, width: `${width}%` }}
      aria-label={`${pause.title}, ${spanText(pause)}`}
    >
      {pause.title}
    </span>
  );
};

/** Moves the focus along where the keys gave a slot to another line: its block there is a new one. */
const useFocusAfterHandOver = (slots: readonly Slot[]) => {
  const root = useRef<HTMLElement>(null);
  const wanted = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the blocks are there once the slots were drawn anew
  useEffect(() => {
    if (wanted.current === null) return;
    root.current?.querySelector<HTMLElement>(`[data-slot="${wanted.current}"]`)?.focus();
    wanted.current = null;
  }, [slots]);
  const follow = (changed: Slot) => {
    const before = slots.find(({ slotId }) => slotId === changed.slotId);
    const to = changed.interviewers.find((id) => before?.interviewers.includes(id) === false);
    wanted.current = to === undefined ? null : `${changed.slotId}/${to}`;
  };
  return { root, follow };
};

/** Who is in which slot when, one line per person and day; the blocks are moved by pointer or keys. */
export const Timeline = ({ slots, breaks, people, warnings, onChange }: TimelineProps) => {
  const helpId = useId();
  const hours = hoursOf([...slots, ...breaks]);
  const rows = timelineRows(people, slots);
  const { root, follow } = useFocusAfterHandOver(slots);
  const changed = (slot: Slot, field: string) => {
    follow(slot);
    onChange(slot, field);
  };
  const line = (row: TimelineRow, day: string) => (
    <div key={row.personId ?? "nobody"} className={classes.row} data-person={row.personId ?? undefined}>
      <div className={classes.name}>{row.name}</div>
      <div className={classes.track}>
        {onDay(breaks, day)
          .filter((pause) => isPausing(pause, row.personId))
          .map((pause) => (
            <Pause key={pause.breakId} pause={pause} hours={hours} />
          ))}
        {onDay(slots, day)
          .filter((slot) => isIn(slot, row.personId))
          .map((slot) => (
            <SlotBlock
              key={slot.slotId}
              slot={slot}
              row={row}
              rows={rows}
              hours={hours}
              warnings={warnings.get(slot.slotId) ?? []}
              helpId={helpId}
              onChange={changed}
            />
          ))}
      </div>
    </div>
  );
  return (
    <section ref={root} aria-label="Timeline" className={classes.timeline}>
      <p id={helpId} className={classes.help}>
        Drag a slot, or with the arrow keys: left and right move it by 5 minutes, with Shift they change its
        length, up and down give it to the next person.
      </p>
      {daysOf([...slots, ...breaks]).map((day) => (
        <Fragment key={day}>
          <div className={classes.day}>
            <span className={classes.dayName}>{dayText(`${day}T12:00`)}</span>
            <Scale hours={hours} />
          </div>
          {rows.map((row) => line(row, day))}
        </Fragment>
      ))}
    </section>
  );
};
