import { Button } from "@mantine/core";
import { useState } from "react";
import { useApplicant } from "../../bindings/applicant";
import type { ShownPrompt } from "../../domain/application/shown";
import { ErrorCard } from "../../ui/error-card";
import classes from "./application.module.css";
import { CheckStep } from "./check-step";
import { Prepare, Recording, Review } from "./take-steps";
import type { ApplicationState } from "./use-application";
import type { Camera } from "./use-camera";
import { useTake } from "./use-take";
import { applicationTrouble, cutOff, words } from "./words";
import { WrittenAnswer } from "./written-answer";

interface PromptStepProps {
  readonly prompt: ShownPrompt;
  readonly number: number;
  readonly of: number;
  readonly application: ApplicationState;
  readonly camera: Camera;
  /** Whether the candidate prefers to write; kept for the prompts that follow. */
  readonly writes: boolean;
  readonly setWrites: (writes: boolean) => void;
}

/** One prompt: how long, the question, then Record, Review, Submit, or an answer in writing. */
export const PromptStep = (props: PromptStepProps) => {
  const { prompt, number, of, application, camera, writes, setWrites } = props;
  const { act, busy, take, failure } = application;
  const applicant = useApplicant();
  const [text, setText] = useState("");
  const [seen, setSeen] = useState(prompt.clip !== null);
  const [checked, setChecked] = useState(camera.state.type === "on");
  /** What the candidate looks at: a recording that is there, until they want another. */
  const [reviews, setReviews] = useState(prompt.clip !== null);
  const recording = useTake(prompt, (outcome) => {
    setReviews(true);
    take(outcome);
  });
  const write = () => {
    setSeen(true);
    setWrites(true);
    camera.turnOff();
    setChecked(false);
  };

  if (!seen)
    return (
      <>
        <p className={classes.quiet}>{words.promptOf(number, of)}</p>
        <h1>{prompt.title === "" ? words.promptOf(number, of) : prompt.title}</h1>
        {writes ? null : <p>{words.ready(prompt.preparationSeconds, prompt.seconds, prompt.takesLeft)}</p>}
        {writes || checked ? (
          <div className={classes.buttons}>
            <Button size="md" onClick={() => setSeen(true)} autoFocus>
              {words.showQuestion}
            </Button>
          </div>
        ) : (
          <CheckStep camera={camera} onReady={() => setChecked(true)} onWrite={write} />
        )}
      </>
    );
  const { clip } = prompt;
  const stream = camera.state.type === "on" ? camera.state.stream : null;
  return (
    <>
      <p className={classes.quiet}>{words.promptOf(number, of)}</p>
      <h1>{prompt.prompt}</h1>
      {prompt.format === "" ? null : <p className={classes.quiet}>{prompt.format}</p>}
      {failure === null ? null : <ErrorCard trouble={applicationTrouble(failure)} />}
      {recording.running !== null && stream !== null ? (
        <Recording
          stream={stream}
          limit={prompt.seconds}
          elapsed={recording.running.elapsed}
          stopping={recording.busy}
          onStop={recording.stop}
        />
      ) : recording.running !== null ? (
        <p role="status">{words.stopping}</p>
      ) : writes ? (
        <WrittenAnswer
          busy={busy}
          text={text}
          onText={setText}
          onSubmit={(given) =>
            act((one) => one.answer({ kind: "text", promptId: prompt.promptId, text: given }))
          }
          onRecord={() => setWrites(false)}
        />
      ) : reviews && clip !== null ? (
        <Review
          key={clip.hash}
          prompt={prompt}
          address={applicant.clipAddress(clip.hash)}
          note={cutOff[clip.end]}
          busy={busy}
          onSubmit={() => act((one) => one.answer({ kind: "clip", promptId: prompt.promptId }))}
          onAgain={() => setReviews(false)}
          onWrite={write}
        />
      ) : stream === null || !checked ? (
        <CheckStep camera={camera} onReady={() => setChecked(true)} onWrite={write} />
      ) : (
        <Prepare
          stream={stream}
          seconds={clip === null ? prompt.preparationSeconds : null}
          busy={recording.busy}
          onRecord={() => recording.begin(stream)}
          onWrite={write}
        />
      )}
    </>
  );
};
