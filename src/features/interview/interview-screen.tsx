import { Button } from "@mantine/core";
import { addNote, changeNote } from "../../domain/card/change-card";
import { KeyHint } from "../../ui/keys/key-hint";
import { Notice } from "../../ui/notice";
import { Arranged } from "./arranged";
import type { Desk } from "./desk";
import { ExercisePart } from "./exercise/exercise-part";
import { HandOffForm } from "./hand-over/hand-off-form";
import { Indicators } from "./indicators";
import classes from "./interview.module.css";
import { Notes } from "./notes";
import { cardOnButtons } from "./on-behalf";
import { QuestionActions } from "./question-actions";
import { QuestionStrip } from "./question-strip";
import { RatingPanel } from "./rating-panel";
import { SaveNote } from "./save-note";
import type { SaveSources } from "./save-shown";
import { SidePanel, useSidePanel } from "./side-panel";
import { SlotClock } from "./slot-clock";
import { SlotSide } from "./slot-side";
import type { Subject } from "./subject";
import { type Interview, useInterview } from "./use-interview";
import { fullMeaning, lateMeaning } from "./words";

interface InterviewScreenProps {
  readonly desk: Desk;
  /** The subject in front. */
  readonly subject: Subject;
  /** Where the card is: on its way to the disk, or there. */
  readonly draft: SaveSources["draft"];
}

type PartProps = Pick<InterviewScreenProps, "desk" | "subject"> & { readonly at: Interview };

const isLast = ({ position, subjects }: Desk): boolean => position === subjects.length - 1;

const Question = ({ desk, subject, at }: PartProps) => (
  <div className={classes.question}>
    <p className={classes.kind}>
      {subject.kindName} · {subject.title}
      {subject.expected === "" ? "" : ` · ${subject.expected}`}
    </p>
    <h1 ref={at.prompt} tabIndex={-1} className={classes.prompt}>
      {subject.prompt}
    </h1>
    {subject.item.kind === "exercise" ? (
      <ExercisePart desk={desk} running={at.phase} onRun={at.setPhase} />
    ) : null}
    <Indicators subject={subject} mode={at.mode} onTick={at.acts.tick} />
  </div>
);

const Middle = ({ desk, subject, at }: PartProps) => (
  <div className={classes.middle}>
    <Arranged accommodations={desk.view.plan.accommodations} />
    {desk.view.reveal === null ? null : <Notice tone="attention">{lateMeaning}</Notice>}
    <Question desk={desk} subject={subject} at={at} />
    <Notes
      key={subject.key}
      label={subject.title}
      notes={subject.evidence.notes}
      card={desk.card}
      now={desk.now}
      handle={at.notes}
      onLeave={at.leaveField}
      onTooMuch={desk.keptOut}
      typed={desk.typing.typed}
      onAdd={(note) =>
        desk.change(
          (card) => addNote(card, subject.item, note),
          `${subject.key} ${subject.evidence.notes.length}`,
        )
      }
      onChange={(index, note) =>
        desk.change((card) => changeNote(card, subject.item, index, note), `${subject.key} ${index}`)
      }
    />
    {desk.full ? (
      <div role="alert">
        <Notice tone="attention">{fullMeaning}</Notice>
      </div>
    ) : null}
    {at.handingOver ? (
      <HandOffForm view={desk.view} onDone={at.endHandOver} />
    ) : (
      <QuestionActions
        subject={subject}
        isLast={isLast(desk)}
        onMark={at.acts.mark}
        onHandOver={() => at.setHandingOver(true)}
        onNext={() => at.go(desk.position + 1)}
      />
    )}
  </div>
);

const Right = ({ desk, subject, at, draft }: PartProps & Pick<InterviewScreenProps, "draft">) => (
  <aside className={classes.right} aria-label="Time and rating">
    <SlotClock desk={desk} subject={subject} />
    <RatingPanel
      subject={subject}
      evidenceRequired={desk.view.plan.policy.evidenceRequired}
      onRate={at.acts.rate}
    />
    <div className={classes.foot}>
      <SaveNote draft={draft} typing={desk.typing.onTheWay} />
      <Button
        variant={isLast(desk) ? "filled" : "default"}
        fullWidth
        onClick={at.sealScreen}
        rightSection={<KeyHint keys="ctrl+enter" />}
      >
        Review and seal {cardOnButtons(desk.view)}
      </Button>
    </div>
  </aside>
);

/** One question at a time: what to ask, what good looks like, what was heard, and a rating nobody else sees. */
export const InterviewScreen = ({ desk, subject, draft }: InterviewScreenProps) => {
  const at = useInterview(desk, subject);
  const side = useSidePanel(desk);
  return (
    <div className={classes.interview} data-side={side.open ?? undefined}>
      <aside className={classes.left} aria-label="This slot">
        {side.open === null ? (
          <>
            <QuestionStrip
              subjects={desk.subjects}
              findings={desk.findings}
              current={desk.position}
              onGo={at.go}
            />
            <SlotSide view={desk.view} subject={subject} side={side} />
          </>
        ) : (
          <SidePanel desk={desk} side={side} />
        )}
      </aside>
      <Middle desk={desk} subject={subject} at={at} />
      <Right desk={desk} subject={subject} at={at} draft={draft} />
    </div>
  );
};
