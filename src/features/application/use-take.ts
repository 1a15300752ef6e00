import { useCallback, useEffect, useRef, useState } from "react";
import { useApplicant } from "../../bindings/applicant";
import type { Failure } from "../../bindings/services";
import type { ShownApplication, ShownPrompt } from "../../domain/application/shown";
import type { Result } from "../../domain/result";
import { type RunningTake, startTake } from "./recorder";

export interface TakeState {
  readonly running: RunningTake | null;
  readonly busy: boolean;
  readonly begin: (stream: MediaStream) => void;
  readonly stop: () => void;
}

/** Records takes of one prompt; what comes of each is given on. A page that goes away ends its recording. */
export const useTake = (
  prompt: ShownPrompt,
  onEnded: (outcome: Result<ShownApplication, Failure>) => void,
): TakeState => {
  const applicant = useApplicant();
  const [running, setRunning] = useState<RunningTake | null>(null);
  const [busy, setBusy] = useState(false);
  const current = useRef<RunningTake | null>(null);
  const { promptId, seconds: limitSeconds } = prompt;
  const begin = useCallback(
    async (stream: MediaStream) => {
      setBusy(true);
      const begun = await startTake({ applicant, stream, promptId, limitSeconds });
      setBusy(false);
      if (!begun.ok) return onEnded(begun);
      current.current = begun.value;
      setRunning(begun.value);
      const outcome = await begun.value.ended;
      current.current = null;
      setRunning(null);
      setBusy(false);
      onEnded(outcome);
    },
    [applicant, promptId, limitSeconds, onEnded],
  );
  useEffect(() => () => current.current?.stop(), []);
  return {
    running,
    busy,
    begin: (stream) => void begin(stream),
    stop: () => {
      setBusy(true);
      current.current?.stop();
    },
  };
};
