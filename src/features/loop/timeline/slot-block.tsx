import type { KeyboardEvent } from "react";
import { lengthenedSlot, movedSlot, slotStep } from "../../../domain/loop/move-slot";
import type { Slot } from "../../../domain/loop/plan";
import { type Hours, placeOf, spanText } from "./hours";
import { givenTo, neighbour, type TimelineRow } from "./row-of";
import classes from "./timeline.module.css";
import { useSlotDrag } from "./use-slot-drag";

export interface SlotBlockProps {
  readonly slot: Slot;
  readonly row: TimelineRow;
  readonly rows: readonly TimelineRow[];
  readonly hours: Hours;
  /** What a person should look at in this slot; empty where all is well. */
  readonly warnings: readonly string[];
  /** The id of the sentence that says which keys move a slot. */
  readonly helpId: string;
  /** `field` groups what belongs to one movement, so that it is taken back at once. */
  readonly onChange: (slot: Slot, field: string) => void;
}

/** What a key does to a slot, or null for every other key. */
const afterKey = (event: KeyboardEvent, { slot, row, rows }: SlotBlockProps): Slot | null => {
  const sideways = { ArrowLeft: -slotStep, ArrowRight: slotStep }[event.key];
  if (sideways !== undefined)
    return event.shiftKey ? lengthenedSlot(slot, sideways) : movedSlot(slot, sideways);
  const down = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const to = down === undefined ? null : neighbour(rows, row.personId, down);
  return to === null ? null : givenTo(slot, row.personId, to);
};

/** When it begins, how long it is and where, as the block shows it. */
const timeOf = ({ startsAt, minutes, room }: Slot): string =>
  [startsAt.slice(11), `${minutes} min`, ...(room === "" ? [] : [room])].join(" · ");

/** Begins with what the block shows, so that who says what they see is understood by what listens. */
const labelOf = ({ slot, row, warnings }: SlotBlockProps): string =>
  [
    `${slot.title} ${timeOf(slot)}`,
    `${row.name}, ${spanText(slot)}`,
    slot.cancelled ? "called off" : "",
    ...warnings,
  ]
    .filter((part) => part !== "")
    .join("; ");

/** One slot in one person's line: dragged or moved by keys, longer at its end, to another line. */
export const SlotBlock = (props: SlotBlockProps) => {
  const { slot, row, hours, warnings, helpId, onChange } = props;
  const { left, width } = placeOf(slot, hours);
  const drag = useSlotDrag(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const changed = afterKey(event, props);
    if (changed === null) return;
    event.preventDefault();
    if (changed !== slot) onChange(changed, "timeline");
  };
  return (
    <button
      type="button"
      className={classes.block}
      style={{ left: `${left}%`, width: `${width}%` }}
      data-warns={warnings.length > 0 || undefined}
      data-cancelled={slot.cancelled}
      data-slot={`${slot.slotId}/${row.personId ?? ""}`}
      aria-label={labelOf(props)}
      aria-describedby={helpId}
      title={[slot.title, ...warnings].join("\n")}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <span className={classes.blockTitle}>
        {warnings.length > 0 ? "! " : ""}
        {slot.title}
      </span>{" "}
      <span className={classes.blockTime}>{timeOf(slot)}</span>
      <span className={classes.grip} data-grip aria-hidden="true" />
    </button>
  );
};
