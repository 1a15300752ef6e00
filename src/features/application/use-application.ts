import { useCallback, useEffect, useState } from "react";
import { type Applicant, useApplicant } from "../../bindings/applicant";
import type { Failure } from "../../bindings/services";
import type { ShownApplication } from "../../domain/application/shown";
import type { Result } from "../../domain/result";

type Asked = Promise<Result<ShownApplication, Failure>>;

export interface ApplicationState {
  /** Null until main has told what is next. */
  readonly shown: ShownApplication | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Asks main for something and shows what is next then. */
  readonly act: (ask: (applicant: Applicant) => Asked) => void;
  /** A screen that came by another way. */
  readonly take: (outcome: Result<ShownApplication, Failure>) => void;
}

/** The application as main keeps it; a step is shown once it is kept, never before. */
export const useApplication = (): ApplicationState => {
  const applicant = useApplicant();
  const [shown, setShown] = useState<ShownApplication | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = useCallback((outcome: Result<ShownApplication, Failure>) => {
    if (outcome.ok) setShown(outcome.value);
    setFailure(outcome.ok ? null : outcome.error);
  }, []);
  const act = useCallback(
    async (ask: (applicant: Applicant) => Asked) => {
      setBusy(true);
      take(await ask(applicant));
      setBusy(false);
    },
    [applicant, take],
  );
  useEffect(() => {
    let wanted = true;
    void applicant.prompts().then((outcome) => {
      if (wanted) take(outcome);
    });
    return () => {
      wanted = false;
    };
  }, [applicant, take]);
  return { shown, busy, failure, act: (ask) => void act(ask), take };
};
