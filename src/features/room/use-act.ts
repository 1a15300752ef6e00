import { useState } from "react";
import type { Failure } from "../../bindings/services";
import type { Result } from "../../domain/result";

/** Runs an act and keeps its failure in view until the next one. */
export const useAct = () => {
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async <Value>(act: Promise<Result<Value, Failure>>): Promise<Value | null> => {
    const done = await act;
    setFailure(done.ok ? null : done.error);
    return done.ok ? done.value : null;
  };
  return { run, failure };
};
