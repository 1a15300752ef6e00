import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ShownApplication } from "../../domain/application/shown";
import { ErrorCard } from "../../ui/error-card";
import classes from "./application.module.css";
import { ConsentStep } from "./consent-step";
import { KnockOutStep } from "./knock-out-step";
import { LeaveButton } from "./leave-button";
import { PromptStep } from "./prompt-step";
import { type ApplicationState, useApplication } from "./use-application";
import { type Camera, useCamera } from "./use-camera";
import { applicationTrouble, words } from "./words";

const Ended = ({ end }: { readonly end: keyof typeof words.ends }) => (
  <>
    <h1>{words.ends[end].title}</h1>
    <p>{words.ends[end].text}</p>
  </>
);

interface NowProps {
  readonly shown: ShownApplication;
  readonly application: ApplicationState;
  readonly camera: Camera;
}

const Now = ({ shown, application, camera }: NowProps) => {
  const { act, busy } = application;
  const [writes, setWrites] = useState(false);
  const { now, knockOuts, prompts } = shown;
  switch (now.step) {
    case "consent":
      return (
        <ConsentStep
          consent={now.consent}
          busy={busy}
          onAnswer={(agreed) => act((one) => one.answer({ kind: "consent", agreed }))}
        />
      );
    case "knockOut":
      return (
        <KnockOutStep
          key={now.question.questionId}
          question={now.question}
          number={knockOuts.done + 1}
          of={knockOuts.of}
          busy={busy}
          onAnswer={(answer) =>
            act((one) => one.answer({ kind: "knockOut", questionId: now.question.questionId, answer }))
          }
        />
      );
    case "prompt":
      return (
        <PromptStep
          key={now.prompt.promptId}
          prompt={now.prompt}
          number={prompts.done + 1}
          of={prompts.of}
          application={application}
          camera={camera}
          writes={writes}
          setWrites={setWrites}
        />
      );
    case "finish":
      return (
        <>
          <h1>{words.finishTitle}</h1>
          <p>{words.finishText}</p>
          <div className={classes.buttons}>
            <Button size="md" disabled={busy} onClick={() => act((one) => one.finish())} autoFocus>
              {words.finish}
            </Button>
          </div>
        </>
      );
    case "ended":
      return <Ended end={now.end} />;
  }
};

const stepKey = ({ now }: ShownApplication): string => {
  if (now.step === "knockOut") return now.question.questionId;
  return now.step === "prompt" ? now.prompt.promptId : now.step;
};

/** The candidate's own screen: one thing at a time, and nothing of the staff's. */
export const ApplicationPage = () => {
  const application = useApplication();
  const camera = useCamera();
  const { shown, failure } = application;
  const { turnOff } = camera;
  const needsCamera = shown?.now.step === "prompt";
  const middle = useRef<HTMLElement>(null);
  const key = shown === null ? "" : stepKey(shown);
  useEffect(() => {
    if (!needsCamera) turnOff();
  }, [needsCamera, turnOff]);
  // Where the next step appears, reading and tabbing begin anew.
  useEffect(() => {
    if (key !== "") middle.current?.focus();
  }, [key]);
  return (
    <div className={classes.ground}>
      <header className={classes.top}>
        <p>{words.applyingFor}</p>
        <p>{shown?.role}</p>
      </header>
      <main className={classes.middle} ref={middle} tabIndex={-1} style={{ outline: "none" }}>
        {failure !== null && !needsCamera ? <ErrorCard trouble={applicationTrouble(failure)} /> : null}
        {shown === null ? (
          <p role="status">{words.opening}</p>
        ) : (
          <Now shown={shown} application={application} camera={camera} />
        )}
      </main>
      <footer className={classes.bottom}>
        <LeaveButton />
      </footer>
    </div>
  );
};
