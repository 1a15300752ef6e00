import { GroupLabel } from "../../ui/section";
import classes from "./question-strip.module.css";
import type { Subject } from "./subject";
import { stateWords } from "./words";

interface QuestionStripProps {
  readonly subjects: readonly Subject[];
  readonly current: number;
  readonly onGo: (index: number) => void;
}

const markOf = ({ evidence, state }: Subject): string => {
  if (evidence.rating.kind === "rated") return String(evidence.rating.value);
  if (evidence.rating.kind === "absent") {
    return { notAsked: "–", notObserved: "?", insufficientEvidence: "~" }[evidence.rating.reason];
  }
  return state === "asked" || state === "prompted" ? "·" : "";
};

const spokenState = (subject: Subject): string => {
  const state = subject.state === null ? "" : stateWords[subject.state];
  const rating = subject.evidence.rating.kind === "rated" ? `rated ${subject.evidence.rating.value}` : "";
  return [state, rating].filter((part) => part !== "").join(", ");
};

/** What this slot asks, in order, with the state of each: the digit of a rating, the sign of an absence. */
export const QuestionStrip = ({ subjects, current, onGo }: QuestionStripProps) => {
  const asked = subjects.filter(({ state }) => state === "asked" || state === "prompted").length;
  const questions = subjects.filter(({ state }) => state !== null).length;
  return (
    <nav aria-label="Questions of this slot">
      <GroupLabel as="h2">
        {questions === 0 ? "This slot" : `This slot · ${asked} of ${questions} asked`}
      </GroupLabel>
      <ol className={classes.strip}>
        {subjects.map((subject, index) => (
          <li key={subject.key}>
            <button
              type="button"
              className={classes.entry}
              aria-current={index === current ? "true" : undefined}
              onClick={() => onGo(index)}
              aria-label={`${subject.title}, ${spokenState(subject)}`}
            >
              <span
                className={classes.mark}
                data-filled={subject.evidence.rating.kind === "rated" || undefined}
              >
                {markOf(subject)}
              </span>
              <span className={classes.title}>{subject.title}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};
