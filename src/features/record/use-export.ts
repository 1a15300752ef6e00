import { useEffect, useRef, useState } from "react";
import { type Failure, useServices } from "../../bindings/services";
import type { Disclosure, PackAudience } from "../../domain/record/audiences";
import type { LoopRecord } from "../../domain/record/record";
import type { Result } from "../../domain/result";

/** For whom a pack is made, and what it may say beyond the default. */
export interface PackChoice {
  readonly audience: PackAudience;
  readonly disclosure: Disclosure;
}

/** What is being exported, or was. */
export type ExportKind = "pack" | "record";

export type ExportStep =
  | { readonly step: "idle" }
  | { readonly step: "making"; readonly kind: ExportKind; readonly done: number }
  | { readonly step: "saved"; readonly kind: ExportKind; readonly path: string }
  | { readonly step: "failed"; readonly kind: ExportKind; readonly error: Failure };

type Saved = Result<{ readonly path: string }, Failure>;

const stepAfter = (kind: ExportKind, saved: Saved): ExportStep => {
  if (saved.ok) return { step: "saved", kind, path: saved.value.path };
  // Somebody who cancels wants nothing, not even to be told that nothing happened.
  return saved.error.type === "cancelled" ? { step: "idle" } : { step: "failed", kind, error: saved.error };
};

/** One export at a time; leaving the screen stops it. */
export const useExport = (record: LoopRecord, choice: PackChoice) => {
  const { exports } = useServices();
  const [state, setState] = useState<ExportStep>({ step: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const pack = (): Promise<Saved> => {
    const controller = new AbortController();
    abort.current = controller;
    return exports.pack(
      { record, ...choice },
      {
        signal: controller.signal,
        onProgress: (done) => setState({ step: "making", kind: "pack", done }),
      },
    );
  };
  const start = async (kind: ExportKind) => {
    if (state.step === "making") return;
    setState({ step: "making", kind, done: 0 });
    try {
      setState(stepAfter(kind, await (kind === "pack" ? pack() : exports.recordFile(record))));
    } catch (bug) {
      // The screen says so and can be used again; the bug itself goes on to where bugs are logged.
      setState({ step: "failed", kind, error: { type: "bug" } });
      throw bug;
    }
  };
  return { state, start, cancel: () => abort.current?.abort() };
};
