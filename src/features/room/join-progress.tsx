import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../bindings/paths";
import type { Joining, JoinState } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { ErrorCard } from "../../ui/error-card";
import { StatusDot } from "../../ui/status-dot";
import classes from "./join.module.css";
import { joinTrouble } from "./join-troubles";
import { joinWords } from "./words";

const wordsAdvice = (state: JoinState): string => {
  if (state.compareWords) {
    return "Read these six words to the facilitator. If one differs, somebody may be in between: say so.";
  }
  return "The same six words stand on the facilitator’s screen.";
};

const SixWords = ({ state }: { readonly state: JoinState }) => (
  <>
    <p className={classes.words}>{state.words.join(" · ")}</p>
    <p className={classes.small}>{wordsAdvice(state)}</p>
  </>
);

/** Goes to the loop as soon as this laptop is in. */
const useArrival = ({ step, loopId }: JoinState): void => {
  const navigate = useNavigate();
  useEffect(() => {
    if (step === "admitted" && loopId !== null) void navigate(paths.loop(loopId));
  }, [step, loopId, navigate]);
};

interface JoinProgressProps {
  readonly joining: Joining;
  readonly onLeave: () => void;
}

/** What happens at the door, from knocking to being let in. */
export const JoinProgress = ({ joining, onLeave }: JoinProgressProps) => {
  const state = useLive(joining);
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(state);
  useEffect(() => heading.current?.focus(), []);
  const over = state.step === "refused" || state.step === "failed";
  return (
    <div className={classes.waiting}>
      <div role="status">
        <h2 ref={heading} tabIndex={-1} className={classes.large}>
          <StatusDot
            shape={over ? "bang" : state.step === "admitted" ? "full" : "half"}
            tone={over ? "attention" : "accent"}
            label={joinWords[state.step]}
          />
        </h2>
      </div>
      {state.words.length === 0 || over ? null : <SixWords state={state} />}
      {state.problem === null ? null : <ErrorCard trouble={joinTrouble(state.problem)} />}
      <div className={classes.buttons}>
        {state.compareWords && !over ? (
          <>
            <Button onClick={joining.confirmWords}>The words are the same</Button>
            <Button variant="default" onClick={joining.refuseWords}>
              The words differ
            </Button>
          </>
        ) : null}
        <Button variant="default" onClick={onLeave}>
          {over ? "Try again" : "Leave"}
        </Button>
      </div>
    </div>
  );
};
