import { useEffect, useRef, useState } from "react";
import type { BatchOrder, BatchOutcome } from "../../../bindings/batch";
import { type Failure, useServices } from "../../../bindings/services";

export type BatchStep =
  | { readonly step: "idle" }
  | { readonly step: "choosing" }
  | { readonly step: "making"; readonly done: number; readonly of: number }
  | { readonly step: "stopped" }
  | { readonly step: "made"; readonly outcome: BatchOutcome }
  | { readonly step: "failed"; readonly error: Failure };

/** One batch at a time; leaving the screen stops it. */
export const useBatch = () => {
  const { exports } = useServices();
  const [state, setState] = useState<BatchStep>({ step: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const make = async (order: BatchOrder): Promise<BatchStep> => {
    const controller = new AbortController();
    abort.current = controller;
    let begun = false;
    const made = await exports.batch(order, {
      signal: controller.signal,
      onProgress: (progress) => {
        begun = true;
        setState({ step: "making", ...progress });
      },
    });
    if (made.ok) return { step: "made", outcome: made.value };
    if (made.error.type !== "cancelled") return { step: "failed", error: made.error };
    // Who chooses no folder wants nothing, not even to be told that nothing happened.
    return { step: begun ? "stopped" : "idle" };
  };
  const start = async (order: BatchOrder): Promise<void> => {
    if (state.step === "making" || state.step === "choosing") return;
    setState({ step: "choosing" });
    try {
      setState(await make(order));
    } catch (bug) {
      // The screen says so and can be used again; the bug itself goes on to where bugs are logged.
      setState({ step: "failed", error: { type: "bug" } });
      throw bug;
    }
  };
  return { state, start, cancel: () => abort.current?.abort() };
};
