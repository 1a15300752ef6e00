import { NativeSelect } from "@mantine/core";
import type { LeftOut } from "../../../domain/loop/meetings/meeting";
import type { Person } from "../../../domain/loop/roster";
import type { PlanForm } from "../plan-form";
import classes from "./calendar.module.css";
import { type Into, intoFrom, type PlacedMeeting } from "./take-meetings";
import { leftOutSentence, meetingNotes, whenWords } from "./words";

interface MeetingListProps {
  readonly form: PlanForm;
  readonly placed: readonly PlacedMeeting[];
  readonly onChoose: (index: number, into: Into) => void;
}

const slotChoices = ({ slots }: PlanForm) =>
  slots.map(({ slotId, title, startsAt }) => ({
    value: slotId as string,
    label: `into ${title || "a slot without a name"}, now at ${startsAt.slice(11)}`,
  }));

const Notes = ({ placed, persons }: { placed: PlacedMeeting; persons: readonly Person[] }) => {
  const notes = meetingNotes(placed.meeting, persons);
  return notes.length === 0 ? null : <div className={classes.notes}>{notes.join(" ")}</div>;
};

/** Every meeting of a file, and into which slot it goes. */
export const MeetingList = ({ form, placed, onChoose }: MeetingListProps) => (
  <ul className={classes.meetings} aria-label="Events that can become slots">
    {placed.map((one, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: events may have no name of their own; their order stays
      <li key={index} className={classes.meeting}>
        <div>
          <b>{one.meeting.title}</b>
          <div>{whenWords(one.meeting)}</div>
          <Notes placed={one} persons={form.persons} />
        </div>
        <NativeSelect
          aria-label={`What becomes of ${one.meeting.title}`}
          value={one.into}
          data={[
            { value: "new", label: "a slot of its own" },
            ...slotChoices(form),
            { value: "none", label: "stays out" },
          ]}
          onChange={(event) => onChoose(index, intoFrom(event.currentTarget.value))}
        />
      </li>
    ))}
  </ul>
);

/** What of the file becomes no slot, and why. */
export const LeftOutList = ({ leftOut }: { readonly leftOut: readonly LeftOut[] }) =>
  leftOut.length === 0 ? null : (
    <ul className={classes.leftOut} aria-label="Left out">
      {leftOut.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events may have no name of their own; their order stays
        <li key={index}>{leftOutSentence(one)}</li>
      ))}
    </ul>
  );
