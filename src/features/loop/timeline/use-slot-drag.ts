import { type PointerEvent, useRef } from "react";
import { type PersonId, personIdSchema } from "../../../domain/ids";
import { lengthenedSlot, movedSlot, slotStep } from "../../../domain/loop/move-slot";
import type { Slot } from "../../../domain/loop/plan";
import { givenTo } from "./row-of";
import type { SlotBlockProps } from "./slot-block";

interface Drag {
  readonly pointerId: number;
  readonly startX: number;
  /** Minutes per pixel of the track. */
  readonly scale: number;
  readonly from: Slot;
  readonly does: "move" | "lengthen";
}

/** Minutes for a distance, in the timeline's steps. */
export const minutesFor = (pixels: number, scale: number): number =>
  Math.round((pixels * scale) / slotStep) * slotStep;

/** The person in whose line the pointer is, or null. */
const personAt = (event: PointerEvent): PersonId | null => {
  const lines = document.elementsFromPoint(event.clientX, event.clientY);
  const line = lines.find(
    (element) => element instanceof HTMLElement && element.dataset.person !== undefined,
  );
  const parsed = personIdSchema.safeParse(line instanceof HTMLElement ? line.dataset.person : undefined);
  return parsed.success ? parsed.data : null;
};

/** Dragging a slot by its body moves it, by its end makes it longer; let go in another line, it goes to that person. */
export const useSlotDrag = ({ slot, row, hours, onChange }: SlotBlockProps) => {
  const drag = useRef<Drag | null>(null);
  const begin = (event: PointerEvent<HTMLElement>) => {
    const track = event.currentTarget.parentElement;
    if (event.button !== 0 || track === null) return;
    const isGrip = event.target instanceof HTMLElement && event.target.dataset.grip !== undefined;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      pointerId: event.pointerId,
      startX: event.clientX,
      scale: (hours.to - hours.from) / Math.max(1, track.clientWidth),
      from: slot,
      does: isGrip ? "lengthen" : "move",
    };
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    if (held === null || held.pointerId !== event.pointerId) return;
    const by = minutesFor(event.clientX - held.startX, held.scale);
    const { startsAt } = movedSlot(held.from, by);
    const { minutes } = lengthenedSlot(held.from, by);
    const changed = held.does === "move" ? { ...slot, startsAt } : { ...slot, minutes };
    if (changed.startsAt !== slot.startsAt || changed.minutes !== slot.minutes) onChange(changed, "timeline");
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    drag.current = null;
    if (held === null || held.does === "lengthen") return;
    const to = personAt(event);
    if (to !== null && to !== row.personId) onChange(givenTo(slot, row.personId, to), "timeline");
  };
  const giveUp = () => {
    const held = drag.current;
    drag.current = null;
    if (held !== null)
      onChange({ ...slot, startsAt: held.from.startsAt, minutes: held.from.minutes }, "timeline");
  };
  return { onPointerDown: begin, onPointerMove: follow, onPointerUp: end, onPointerCancel: giveUp };
};
