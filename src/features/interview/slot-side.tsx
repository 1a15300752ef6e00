import type { LoopView } from "../../domain/loop/loop-view";
import { GroupLabel } from "../../ui/section";
import { coverageLine } from "./coverage";
import { handedToMe } from "./hand-offs";
import classes from "./interview.module.css";
import type { Subject } from "./subject";

interface SlotSideProps {
  readonly view: LoopView;
  readonly subject: Subject;
}

const nameOf = (view: LoopView, personId: string): string =>
  view.persons.find((person) => person.personId === personId)?.name ?? "a colleague";

/** What colleagues handed over, what was handed to them, and how well the current competency is covered. Never a rating. */
export const SlotSide = ({ view, subject }: SlotSideProps) => {
  const toMe = handedToMe(view);
  const byMe = view.handOffs.filter(({ from }) => from === view.me?.personId);
  return (
    <>
      <GroupLabel as="h2">Handed over to you</GroupLabel>
      {toMe.length === 0 ? <p className={classes.aside}>Nothing yet.</p> : null}
      {toMe.map((note) => (
        <p key={note.id} className={classes.aside}>
          <b>{nameOf(view, note.from)}:</b> {note.text}
        </p>
      ))}
      {byMe.length === 0 ? null : (
        <>
          <GroupLabel as="h2">You handed over</GroupLabel>
          {byMe.map((note) => (
            <p key={note.id} className={classes.aside}>
              <b>To {note.to === null ? "everybody" : nameOf(view, note.to)}:</b> {note.text}
            </p>
          ))}
        </>
      )}
      <GroupLabel as="h2">Coverage</GroupLabel>
      <p className={classes.aside}>{coverageLine(view, subject)}</p>
    </>
  );
};
