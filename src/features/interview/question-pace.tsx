import { lastMoment, type Pace, paceAt, timeOnQuestion } from "../../domain/card/pace";
import { clockText } from "./clock";
import type { Desk } from "./desk";
import classes from "./slot-clock.module.css";
import type { Subject } from "./subject";

/** A question that takes half as long again as it has is worth a word. */
const longFrom = 1.5;
/** A slot that has run for so much longer than planned is a laptop whose clock was moved while the card was closed. */
const implausibleMs = 4 * 60 * 60_000;

const minutesText = (ms: number): string => {
  const minutes = ms / 60_000;
  return minutes >= 1 ? `${Math.round(minutes)} min` : `${Math.round(ms / 1000)} s`;
};

/** How the talk stands to the plan, in words: "By the plan: question 4 of 6"; the lag in front where there is one. */
export const paceWords = (
  { dueAt, behind }: Pace,
  count: number,
): { readonly late: string; readonly plan: string } => ({
  late: behind === 0 ? "" : `${behind} ${behind === 1 ? "question" : "questions"} behind`,
  plan: `By the plan: question ${dueAt + 1} of ${count}`,
});

const questionTime = ({ card }: Pick<Desk, "card">, { item }: Subject, elapsedMs: number): number | null => {
  if (item.kind === "exercise") return null;
  const answer = card.answers.find(({ questionId }) => questionId === item.questionId);
  return answer === undefined ? null : timeOnQuestion(card, answer, elapsedMs);
};

interface QuestionPaceProps {
  readonly desk: Pick<Desk, "card" | "slot" | "view" | "adjust">;
  /** The subject in front. */
  readonly subject: Subject;
  readonly elapsedMs: number;
}

const OnThisQuestion = ({
  onQuestionMs,
  eachMs,
}: {
  readonly onQuestionMs: number;
  readonly eachMs: number;
}) => {
  const long = onQuestionMs > longFrom * eachMs;
  return (
    <p>
      <span>
        This question <span data-numbers>{clockText(onQuestionMs)}</span> of about {minutesText(eachMs)}
      </span>
      {long ? <span className={classes.pace}>long</span> : null}
    </p>
  );
};

/** The clock of the laptop jumped while nobody could notice: the last thing that was written tells where the slot was. */
const LostClock = ({ desk, elapsedMs }: Pick<QuestionPaceProps, "desk" | "elapsedMs">) => {
  const last = lastMoment(desk.card);
  if (elapsedMs < desk.slot.minutes * 60_000 + implausibleMs) return null;
  const goOn = () =>
    desk.adjust((card) => ({ ...card, clock: { shiftMs: card.clock.shiftMs + elapsedMs - last } }));
  return (
    <p>
      <button type="button" className={classes.goOn} onClick={goOn}>
        Let the clock go on from {clockText(last)}, where you last wrote
      </button>
    </p>
  );
};

/** How long this question has taken, and which one the plan has now. Says it once and quietly; nothing moves or blinks. */
export const QuestionPace = ({ desk, subject, elapsedMs }: QuestionPaceProps) => {
  const pace = paceAt(desk.card, desk.slot, desk.view.kit, elapsedMs);
  const onQuestionMs = questionTime(desk, subject, elapsedMs);
  if (pace === null) return <LostClock desk={desk} elapsedMs={elapsedMs} />;
  const { late, plan } = paceWords(pace, desk.card.answers.length);
  return (
    <div className={classes.questions}>
      {onQuestionMs === null ? null : <OnThisQuestion onQuestionMs={onQuestionMs} eachMs={pace.eachMs} />}
      <p>
        <span>{plan}</span>
        {late === "" ? null : <span className={classes.pace}>{late}</span>}
      </p>
      <LostClock desk={desk} elapsedMs={elapsedMs} />
    </div>
  );
};
