import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { paths } from "../../bindings/paths";
import type { DraftState } from "../../bindings/services";
import { useClock } from "../../bindings/use-clock";
import type { QuestionState, Rating } from "../../domain/card/card";
import { addNote, changeNote, markQuestion, rateItem, tickIndicator } from "../../domain/card/change-card";
import type { Kit } from "../../domain/kit/kit";
import type { Plan, Slot } from "../../domain/loop/plan";
import { KeyHint } from "../../ui/keys/key-hint";
import { clockText, elapsedSince, paceOf } from "./clock";
import { HandOffForm } from "./hand-off-form";
import { Indicators } from "./indicators";
import classes from "./interview.module.css";
import { focusNewNote, Notes } from "./notes";
import { QuestionStrip } from "./question-strip";
import { RatingPanel } from "./rating-panel";
import { SaveNote } from "./save-note";
import { SlotSide } from "./slot-side";
import { subjectsOf } from "./subject";
import { useCardEditing } from "./use-card-editing";
import { useInterviewKeys } from "./use-interview-keys";
import { privacyNote, stateWords } from "./words";

interface InterviewScreenProps {
  readonly kit: Kit;
  readonly plan: Plan;
  readonly slot: Slot;
  readonly draft: DraftState;
}

/** One question at a time: what to ask, what good looks like, what was heard, and a rating nobody else sees. */
export const InterviewScreen = ({ kit, plan, slot, draft }: InterviewScreenProps) => {
  const session = useLoopSession();
  const view = useLoopView();
  const navigate = useNavigate();
  const { card, change, undo } = useCardEditing(session, draft.card);
  const [position, setPosition] = useState(0);
  const [handingOver, setHandingOver] = useState(false);
  const notes = useRef<HTMLOListElement>(null);
  const elapsedMs = elapsedSince(card.startedAt, useClock(true));
  const subjects = subjectsOf(kit, plan, slot, card);
  const subject = subjects[Math.min(position, subjects.length - 1)];
  if (subject === undefined) throw new Error("a slot without anything to ask has no interview screen");

  const go = (index: number) => setPosition(Math.max(0, Math.min(subjects.length - 1, index)));
  const rate = (rating: Rating) => change((before) => rateItem(before, subject.item, rating, subject.scale));
  const mark = (state: QuestionState) => {
    const { item } = subject;
    if (item.kind !== "question") return;
    change((before) => markQuestion(before, item.questionId, state));
    session.markCoverage(slot.slotId, item.questionId, state);
  };
  const rateAndCover = (rating: Rating) => {
    rate(rating);
    if (rating.kind === "rated" && subject.state === "open" && subject.item.kind === "question") {
      session.markCoverage(slot.slotId, subject.item.questionId, "asked");
    }
  };
  const sealScreen = () => navigate(paths.seal(card.loopId, slot.slotId));

  useInterviewKeys({
    subject,
    go: (step) => go(position + step),
    rate: rateAndCover,
    mark,
    tick: (id, seen) => change((before) => tickIndicator(before, subject.item, id, seen)),
    note: () => focusNewNote(notes.current),
    handOff: () => setHandingOver(true),
    seal: sealScreen,
    undo,
  });

  const pace = paceOf(elapsedMs, slot.minutes);
  return (
    <div className={classes.interview}>
      <aside className={classes.left}>
        <QuestionStrip subjects={subjects} current={position} onGo={go} />
        <SlotSide view={view} slot={slot} subject={subject} />
      </aside>
      <div className={classes.middle}>
        <p className={classes.kind}>
          {subject.kindName} · {subject.title}
          {subject.expected === "" ? "" : ` · ${subject.expected}`}
        </p>
        <h1 className={classes.prompt}>{subject.prompt}</h1>
        <Indicators
          subject={subject}
          onTick={(id, seen) => change((before) => tickIndicator(before, subject.item, id, seen))}
        />
        <Notes
          key={subject.key}
          label={subject.title}
          notes={subject.evidence.notes}
          elapsedMs={elapsedMs}
          list={notes}
          disabled={false}
          onAdd={(note) => change((before) => addNote(before, subject.item, note))}
          onChange={(index, note) => change((before) => changeNote(before, subject.item, index, note))}
        />
        {handingOver ? (
          <HandOffForm view={view} onDone={() => setHandingOver(false)} />
        ) : (
          <div className={classes.actions}>
            {subject.state === null ? null : (
              <>
                <StateButton label="Asked" keys="space" state="asked" current={subject.state} onMark={mark} />
                <StateButton label="Prompted" state="prompted" current={subject.state} onMark={mark} />
                <StateButton
                  label="Not asked"
                  keys="n"
                  state="notAsked"
                  current={subject.state}
                  onMark={mark}
                />
                <StateButton label="No time" state="skippedForTime" current={subject.state} onMark={mark} />
              </>
            )}
            <Button variant="default" onClick={() => setHandingOver(true)}>
              Hand over <KeyHint keys="h" />
            </Button>
            <span className={classes.spring} />
            <Button onClick={() => go(position + 1)} disabled={position >= subjects.length - 1}>
              Next <KeyHint keys="j" />
            </Button>
          </div>
        )}
      </div>
      <aside className={classes.right}>
        <p className={classes.clock} data-pace={pace}>
          <b>{clockText(elapsedMs)}</b>
          {slot.minutes === 0 ? null : <span>of {slot.minutes} min</span>}
          {pace === "over" ? <span>over time</span> : null}
        </p>
        <RatingPanel subject={subject} onRate={rateAndCover} disabled={false} />
        <p className={classes.aside}>
          {subject.state === null ? "" : `${stateWords[subject.state]}. `}
          {privacyNote}
        </p>
        <div className={classes.foot}>
          <SaveNote draft={session.draft(slot.slotId)} />
          <Button variant="default" fullWidth onClick={sealScreen}>
            Review and seal my card <KeyHint keys="ctrl+enter" />
          </Button>
        </div>
      </aside>
    </div>
  );
};

interface StateButtonProps {
  readonly label: string;
  readonly keys?: string;
  readonly state: QuestionState;
  readonly current: QuestionState;
  readonly onMark: (state: QuestionState) => void;
}

const StateButton = ({ label, keys, state, current, onMark }: StateButtonProps) => (
  <Button
    variant={current === state ? "light" : "default"}
    aria-pressed={current === state}
    onClick={() => onMark(current === state ? "open" : state)}
  >
    {label} {keys === undefined ? null : <KeyHint keys={keys} />}
  </Button>
);
