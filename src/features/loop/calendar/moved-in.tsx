import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { actTrouble } from "../../../bindings/act-trouble";
import { useLoopSession } from "../../../bindings/loop-session-context";
import { counted } from "../../../bindings/name-lists";
import type { Failure } from "../../../bindings/services";
import type { LoopView } from "../../../domain/loop/loop-view";
import { type MovedMeetings, movedMeetings } from "../../../domain/loop/meetings/moved-meetings";
import type { Plan } from "../../../domain/loop/plan";
import { ErrorCard } from "../../../ui/error-card";
import { Notice } from "../../../ui/notice";
import { Section } from "../../../ui/section";
import classes from "./calendar.module.css";
import { LeftOutList } from "./meeting-list";
import { moveSentence } from "./moved-words";
import { useCalendarFile } from "./use-calendar-file";
import { calendarInTrouble } from "./words";

type Planned = LoopView & { readonly plan: Plan };

interface PreviewProps {
  readonly view: Planned;
  readonly moved: MovedMeetings;
  readonly onDone: (sentence: string | null) => void;
}

const useSigning = ({ moved, onDone }: PreviewProps, reason: string) => {
  const session = useLoopSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const sign = async () => {
    if (moved.change === null || busy) return;
    setBusy(true);
    const done = await session.changePlan(moved.change, reason.trim());
    setBusy(false);
    if (done.ok) onDone("The plan has the calendar’s times now.");
    else setFailure(done.error);
  };
  return { sign, failure, busy };
};

const Signing = (props: PreviewProps) => {
  const [reason, setReason] = useState("Moved in the calendar");
  const { sign, failure, busy } = useSigning(props, reason);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") void sign();
      }}
    >
      <TextInput
        className={classes.reason}
        label="Why"
        description="Everybody in the loop reads it, and it stands in the log."
        maxLength={500}
        mb={12}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failure === null ? null : (
        <ErrorCard
          trouble={actTrouble(failure, { what: "Nothing was changed", safe: "The plan is as it was." })}
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" autoFocus disabled={reason.trim() === ""} loading={busy}>
          Sign the new times
        </Button>
        <Button variant="default" onClick={() => props.onDone(null)}>
          Leave the plan as it is
        </Button>
      </div>
    </form>
  );
};

const Preview = (props: PreviewProps) => {
  const { view, moved } = props;
  const { change, moves, same, foreign, leftOut } = moved;
  return (
    <section className={classes.preview} aria-label="From the calendar file">
      {change === null ? (
        <Notice>No meeting of this loop is elsewhere in the calendar than in the plan.</Notice>
      ) : (
        <ul className={classes.meetings} aria-label="What moves">
          {moves.map((move) => (
            <li key={move.meeting.uid}>{moveSentence(view.plan, move)}</li>
          ))}
        </ul>
      )}
      {same.length === 0 ? null : (
        <div className={classes.notes}>{counted(same.length, "meeting")} as in the plan.</div>
      )}
      {foreign.length === 0 ? null : (
        <div className={classes.notes}>
          Not from this loop’s calendar files: {foreign.map(({ title }) => `“${title}”`).join(", ")}.
        </div>
      )}
      <LeftOutList leftOut={leftOut} />
      {change === null ? (
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => props.onDone(null)}>
            Close
          </Button>
        </div>
      ) : (
        <Signing {...props} />
      )}
    </section>
  );
};

/** Takes over what was moved in a calendar: meetings that this loop’s calendar files named. */
export const MovedIn = ({ view }: { readonly view: Planned }) => {
  const { open, failure } = useCalendarFile();
  const [moved, setMoved] = useState<MovedMeetings | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const choose = async () => {
    setSaid(null);
    const read = await open();
    if (read !== null) setMoved(movedMeetings(read, view.loopId, view.plan));
  };
  if (view.authority.mine !== "acts") return null;
  return (
    <Section
      id="calendar-in"
      title="Moved in the calendar"
      note="A slot follows the meeting that was saved from here."
    >
      {moved === null ? (
        <Button variant="default" onClick={() => void choose()}>
          Bring a calendar file in
        </Button>
      ) : (
        <Preview
          view={view}
          moved={moved}
          onDone={(sentence) => {
            setMoved(null);
            setSaid(sentence);
          }}
        />
      )}
      <div role="status">{said === null ? null : <Notice>{said}</Notice>}</div>
      {failure === null ? null : <ErrorCard trouble={calendarInTrouble(failure)} />}
    </Section>
  );
};
