import { Button } from "@mantine/core";
import type { QuestionState } from "../../domain/card/card";
import { KeyHint } from "../../ui/keys/key-hint";
import classes from "./interview.module.css";
import { keepFocus } from "./keep-focus";
import type { Subject } from "./subject";

interface QuestionActionsProps {
  readonly subject: Subject;
  /** Nothing comes after it but sealing, whose button is always on the screen. */
  readonly isLast: boolean;
  readonly onMark: (state: QuestionState) => void;
  readonly onHandOver: () => void;
  readonly onNext: () => void;
}

const states: readonly { readonly state: QuestionState; readonly label: string; readonly keys?: string }[] = [
  { state: "asked", label: "Asked", keys: "space" },
  { state: "prompted", label: "Prompted", keys: "p" },
  { state: "notAsked", label: "Not asked", keys: "n" },
  { state: "skippedForTime", label: "No time", keys: "t" },
];

const StateButtons = ({ subject, onMark }: Pick<QuestionActionsProps, "subject" | "onMark">) => (
  <fieldset className={classes.states} aria-label="What became of the question">
    {states.map(({ state, label, keys }) => (
      <Button
        key={state}
        variant="default"
        aria-pressed={subject.state === state}
        onMouseDown={keepFocus}
        onClick={() => onMark(state)}
        {...(keys === undefined ? {} : { rightSection: <KeyHint keys={keys} /> })}
      >
        {label}
      </Button>
    ))}
  </fieldset>
);

/** What became of the question, a note to a colleague, and on to the next one. */
export const QuestionActions = (props: QuestionActionsProps) => (
  <div className={classes.actions}>
    {props.subject.state === null ? null : <StateButtons {...props} />}
    <Button variant="default" onClick={props.onHandOver} rightSection={<KeyHint keys="h" />}>
      Hand over
    </Button>
    <span className={classes.spring} />
    {props.isLast ? null : (
      <Button onMouseDown={keepFocus} onClick={props.onNext} rightSection={<KeyHint keys="j" />}>
        Next
      </Button>
    )}
  </div>
);
