import { Anchor, Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { nameIn } from "../../../bindings/loop-names";
import { useLoopSession, useLoopView } from "../../../bindings/loop-session-context";
import { hrefTo, paths } from "../../../bindings/paths";
import type { PlanChangeState } from "../../../domain/loop/day/loop-day";
import type { LoopView } from "../../../domain/loop/loop-view";
import { ErrorCard } from "../../../ui/error-card";
import { Notice } from "../../../ui/notice";
import { timeText } from "../../../ui/time-text";
import roomClasses from "../room.module.css";
import { roomTrouble } from "../room-troubles";
import { useAct } from "../use-act";
import { changeSentences } from "./change-words";
import classes from "./day.module.css";
import { endedWords } from "./day-words";

const Change = ({ view, change }: { readonly view: LoopView; readonly change: PlanChangeState }) => (
  <>
    <b>
      {nameIn(view, change.by)} changed the plan at {timeText(change.at)}: “{change.reason}”
    </b>
    {changeSentences(view, change.differences).map((sentence) => (
      <div key={sentence}>{sentence}</div>
    ))}
  </>
);

/** The newest change of the plan that somebody else signed, on every screen of the loop, until it was read. */
export const ChangeNotice = () => {
  const view = useLoopView();
  const [read, setRead] = useState<string | null>(null);
  const newest = view.day.changes.at(-1);
  const isOver = view.reveal !== null || view.day.ended !== null;
  if (newest === undefined || isOver || newest.by === view.me?.personId || newest.hash === read) return null;
  return (
    <div role="status" className={classes.told}>
      <Notice tone="attention">
        <Change view={view} change={newest} />
        <div className={classes.toldLine}>
          <Button variant="subtle" size="compact-sm" onClick={() => setRead(newest.hash)}>
            I have read it
          </Button>
          <Anchor size="sm" href={hrefTo(paths.loopLog(view.loopId))}>
            All changes
          </Anchor>
        </div>
      </Notice>
    </div>
  );
};

/** Says on every screen of the loop that it is over. */
export const EndedNotice = () => {
  const view = useLoopView();
  if (view.day.ended === null) return null;
  const { what, meaning } = endedWords(view, view.day.ended);
  return (
    <div role="status" className={classes.told}>
      <Notice tone="attention">
        <b>{what}</b> {meaning}
      </Notice>
    </div>
  );
};

/** Takes an ending back; folded until it is asked for, and costs a reason. */
export const ResumeLoop = ({ view }: { readonly view: LoopView }) => {
  const session = useLoopSession();
  const { run, failure } = useAct();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  if (view.day.ended === null || view.authority.mine !== "acts") return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") void run(session.resumeLoop(reason));
  };
  if (!asked)
    return (
      <Button variant="subtle" color="gray" px={12} onClick={() => setAsked(true)}>
        That was a mistake: take the ending back
      </Button>
    );
  return (
    <form className={roomClasses.early} onSubmit={submit} aria-label="Take the ending back">
      <TextInput
        label="Take the ending back, because"
        description="Everybody reads it, and both stand in the log."
        autoFocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={reason.trim() === ""}>
        Go on with the loop
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        Leave it ended
      </Button>
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
    </form>
  );
};

/** The ways from the room to the day's own pages. */
export const DayLinks = ({ view }: { readonly view: LoopView }) => {
  const mayChange = view.authority.mine === "acts" && view.reveal === null && view.plan !== null;
  return (
    <>
      {mayChange && view.day.ended === null ? (
        <Anchor href={hrefTo(paths.day(view.loopId))} className={roomClasses.copies}>
          Late, moved, swapped, called off: change the day
        </Anchor>
      ) : null}
      <Anchor href={hrefTo(paths.loopLog(view.loopId))} className={roomClasses.copies}>
        The loop’s log: who did what, when and why
      </Anchor>
    </>
  );
};
