import { Button } from "@mantine/core";
import { useState } from "react";
import { ErrorCard } from "../../ui/error-card";
import classes from "./application.module.css";
import { Picture } from "./picture";
import type { Camera } from "./use-camera";
import { heardFrom, useLoudness } from "./use-loudness";
import { applicationTrouble, words } from "./words";

const Loudness = ({ stream }: { readonly stream: MediaStream }) => {
  const loudness = useLoudness(stream);
  const [heard, setHeard] = useState(false);
  if (!heard && loudness > heardFrom) setHeard(true);
  return (
    <>
      <meter className={classes.level} aria-label={words.level} value={loudness} />
      <p role="status">{heard ? words.heard : words.notHeard}</p>
    </>
  );
};

interface CheckStepProps {
  readonly camera: Camera;
  readonly onReady: () => void;
  readonly onWrite: () => void;
}

/** Whether camera and microphone work, before anything counts. */
export const CheckStep = ({ camera, onReady, onWrite }: CheckStepProps) => {
  const { state, turnOn } = camera;
  return (
    <>
      <h1>{words.checkTitle}</h1>
      <p>{words.checkText}</p>
      {state.type === "on" ? (
        <>
          <Picture stream={state.stream} label={words.checkTitle} />
          <Loudness stream={state.stream} />
        </>
      ) : null}
      {state.type === "failed" ? (
        <ErrorCard trouble={applicationTrouble(state.failure)} onRetry={turnOn} />
      ) : null}
      <div className={classes.buttons}>
        {state.type === "on" ? (
          <Button size="md" onClick={onReady}>
            {words.looksGood}
          </Button>
        ) : null}
        {state.type === "off" || state.type === "opening" ? (
          <Button size="md" loading={state.type === "opening"} onClick={turnOn}>
            {words.checkCamera}
          </Button>
        ) : null}
        <Button size="md" variant="default" onClick={onWrite}>
          {words.writeInstead}
        </Button>
      </div>
    </>
  );
};
