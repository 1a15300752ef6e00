import { nameIn } from "../../../bindings/loop-names";
import type { LoopView } from "../../../domain/loop/loop-view";
import { Chip } from "../../../ui/chip";
import { timeText } from "../../../ui/time-text";
import classes from "./hand-over.module.css";
import type { HandedOver } from "./handed-over";

interface HandOffListProps {
  readonly view: LoopView;
  readonly notes: readonly HandedOver[];
  /** True on a page of its own, false in the narrow side. */
  readonly isWide?: boolean;
}

/** Notes of colleagues about what to ask. A new one has a bar beside it and says so in a word. */
export const HandOffList = ({ view, notes, isWide = false }: HandOffListProps) => (
  <ul className={classes.list} data-wide={isWide || undefined} aria-label="Handed over to you">
    {notes.map((note) => (
      <li key={note.id} data-unread={note.isUnread || undefined}>
        {note.isUnread ? <Chip tone="accent">new</Chip> : null} <b>{nameIn(view, note.from)}</b>
        {note.to === null ? " to everybody" : " to you"}, {timeText(note.at)}: {note.text}
      </li>
    ))}
  </ul>
);

/** What this laptop's person handed over themselves. */
export const GivenList = ({
  view,
  notes,
}: {
  readonly view: LoopView;
  readonly notes: LoopView["handOffs"];
}) => (
  <ul className={classes.list} aria-label="You handed over">
    {notes.map((note) => (
      <li key={note.id}>
        <b>To {note.to === null ? "everybody" : nameIn(view, note.to)}:</b> {note.text}
      </li>
    ))}
  </ul>
);
