import type { LoopView } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { GroupLabel } from "../../ui/section";
import { coverageLine } from "./coverage";
import classes from "./interview.module.css";
import type { Subject } from "./subject";

interface SlotSideProps {
  readonly view: LoopView;
  readonly slot: Slot;
  readonly subject: Subject;
}

/** What colleagues handed over to this panelist, and how well the current competency is covered. Never a rating. */
export const SlotSide = ({ view, subject }: SlotSideProps) => {
  const mine = view.handOffs.filter(
    ({ to, from }) => from !== view.me?.personId && (to === null || to === view.me?.personId),
  );
  const nameOf = (personId: string) =>
    view.persons.find((person) => person.personId === personId)?.name ?? "A colleague";
  return (
    <>
      <GroupLabel as="h2">Handed over to you</GroupLabel>
      {mine.length === 0 ? <p className={classes.aside}>Nothing yet.</p> : null}
      {mine.map((note) => (
        <p key={note.id} className={classes.aside}>
          {nameOf(note.from)}: {note.text}
        </p>
      ))}
      <GroupLabel as="h2">Coverage</GroupLabel>
      <p className={classes.aside}>{coverageLine(view, subject)}</p>
    </>
  );
};
