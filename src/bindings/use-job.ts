import { useEffect, useRef, useState } from "react";
import type { Result } from "../domain/result";
import type { JobOptions } from "./bundles";
import type { Failure } from "./services";

/** A job a person started, and what came of it. */
export type JobState<Value> =
  | { readonly step: "idle" }
  | { readonly step: "working"; readonly done: number }
  | { readonly step: "done"; readonly value: Value }
  | { readonly step: "failed"; readonly error: Failure };

const stateAfter = <Value>(outcome: Result<Value, Failure>): JobState<Value> => {
  if (outcome.ok) return { step: "done", value: outcome.value };
  // Somebody who cancels wants nothing, not even to be told that nothing happened.
  return outcome.error.type === "cancelled" ? { step: "idle" } : { step: "failed", error: outcome.error };
};

/** One job at a time, with its progress; leaving the screen stops it. */
export const useJob = <Value>() => {
  const [state, setState] = useState<JobState<Value>>({ step: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const start = async (job: (options: JobOptions) => Promise<Result<Value, Failure>>): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    setState({ step: "working", done: 0 });
    try {
      const onProgress = (done: number): void => setState({ step: "working", done });
      setState(stateAfter(await job({ signal: controller.signal, onProgress })));
    } catch (bug) {
      // The screen says so and can be used again; the bug itself goes on to where bugs are logged.
      setState({ step: "failed", error: { type: "bug" } });
      throw bug;
    }
  };
  return { state, start, cancel: () => abort.current?.abort(), reset: () => setState({ step: "idle" }) };
};
