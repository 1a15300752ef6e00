import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { ShownPrompt } from "../../domain/application/shown";
import { clockText } from "../../ui/clock-text";
import classes from "./application.module.css";
import { Picture } from "./picture";
import { useSeconds } from "./use-seconds";
import { words } from "./words";

/** Record, Review, Submit: where in them the candidate is. */
export const Steps = ({ now }: { readonly now: "record" | "review" }) => (
  <ol className={classes.steps}>
    {(["record", "review", "submit"] as const).map((step) => (
      <li key={step} aria-current={step === now ? "step" : undefined}>
        {words.steps[step]}
      </li>
    ))}
  </ol>
);

interface PrepareProps {
  readonly stream: MediaStream;
  /** Null where there is no limit. */
  readonly seconds: number | null;
  readonly busy: boolean;
  readonly onRecord: () => void;
  readonly onWrite: () => void;
}

/** The time to think. At its end the recording begins by itself. */
export const Prepare = ({ stream, seconds, busy, onRecord, onWrite }: PrepareProps) => {
  const passed = useSeconds();
  const over = seconds !== null && passed >= seconds;
  const begun = useRef(false);
  useEffect(() => {
    if (!over || begun.current) return;
    begun.current = true;
    onRecord();
  }, [over, onRecord]);
  return (
    <>
      <Steps now="record" />
      <Picture stream={stream} label={words.checkTitle} />
      {seconds === null ? null : (
        <p className={classes.clock} role="timer" aria-label={words.prepare}>
          {words.prepare} {clockText(Math.ceil(seconds - passed))}
        </p>
      )}
      <div className={classes.buttons}>
        <Button size="md" disabled={busy} onClick={onRecord}>
          {seconds === null ? words.record : words.recordNow}
        </Button>
        <Button size="md" variant="default" disabled={busy} onClick={onWrite}>
          {words.writeInstead}
        </Button>
      </div>
    </>
  );
};

interface RecordingProps {
  readonly stream: MediaStream;
  readonly limit: number;
  readonly elapsed: () => number;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

/** While it records: the picture, the clock, and one way to go. */
export const Recording = ({ stream, limit, elapsed, stopping, onStop }: RecordingProps) => {
  useSeconds();
  return (
    <>
      <Steps now="record" />
      <Picture stream={stream} label={words.recording} />
      <p className={classes.clock} role="timer" aria-label={words.recording}>
        <span className={classes.dot} aria-hidden="true" />
        {words.recording} {clockText(elapsed())} / {clockText(limit)}
      </p>
      <div className={classes.buttons}>
        <Button size="md" loading={stopping} onClick={onStop} autoFocus>
          {words.stop}
        </Button>
      </div>
    </>
  );
};

interface ReviewProps {
  readonly prompt: ShownPrompt;
  readonly address: string;
  /** How the recording ended, where that has to be said. */
  readonly note: string | null;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onAgain: () => void;
  readonly onWrite: () => void;
}

/** The recording to look at, then to hand in or to make anew. */
export const Review = ({ prompt, address, note, busy, onSubmit, onAgain, onWrite }: ReviewProps) => (
  <>
    <Steps now="review" />
    {/* biome-ignore lint/a11y/useMediaCaption: the candidate's own words a moment ago have no captions. */}
    <video
      className={classes.picture}
      aria-label={words.yourRecording}
      src={address}
      controls
      controlsList="nodownload nofullscreen noremoteplayback"
      disablePictureInPicture
      preload="auto"
    />
    {note === null ? null : (
      <p className={classes.attention} role="status">
        {note}
      </p>
    )}
    <div className={classes.buttons}>
      <Button size="md" disabled={busy} onClick={onSubmit} autoFocus>
        {words.submit}
      </Button>
      {prompt.takesLeft > 0 ? (
        <Button size="md" variant="default" disabled={busy} onClick={onAgain}>
          {words.again(prompt.takesLeft)}
        </Button>
      ) : null}
      <Button size="md" variant="default" disabled={busy} onClick={onWrite}>
        {words.writeInstead}
      </Button>
    </div>
    {prompt.takesLeft > 0 ? null : <p className={classes.quiet}>{words.noMore}</p>}
  </>
);
