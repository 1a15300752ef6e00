import { Button, Group, Progress } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type Failure, useServices } from "../../bindings/services";
import type { LoopRecord } from "../../domain/record/record";
import { ErrorCard } from "../../ui/error-card";
import { StatusDot } from "../../ui/status-dot";
import { exportTrouble } from "./words";

type Step =
  | { readonly step: "idle" }
  | { readonly step: "making"; readonly done: number }
  | { readonly step: "saved"; readonly path: string }
  | { readonly step: "failed"; readonly error: Failure };

/** Makes the debrief pack in the background, or the record as it is, and saves it where the person says. */
export const ExportPack = ({ record }: { readonly record: LoopRecord }) => {
  const { exports } = useServices();
  const [state, setState] = useState<Step>({ step: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const make = async () => {
    const controller = new AbortController();
    abort.current = controller;
    setState({ step: "making", done: 0 });
    const made = await exports.debriefPack(record, {
      signal: controller.signal,
      onProgress: (done) => setState({ step: "making", done }),
    });
    if (made.ok) setState({ step: "saved", path: made.value.path });
    else setState(made.error.type === "cancelled" ? { step: "idle" } : { step: "failed", error: made.error });
  };
  const saveRecord = async () => {
    const saved = await exports.recordFile(record);
    if (saved.ok) setState({ step: "saved", path: saved.value.path });
    else
      setState(saved.error.type === "cancelled" ? { step: "idle" } : { step: "failed", error: saved.error });
  };
  return (
    <div>
      <Group>
        <Button onClick={() => void make()} loading={state.step === "making"}>
          Export the debrief pack
        </Button>
        <Button variant="default" onClick={() => void saveRecord()} disabled={state.step === "making"}>
          Save the record as a file
        </Button>
        {state.step === "making" ? (
          <Button variant="default" onClick={() => abort.current?.abort()}>
            Cancel
          </Button>
        ) : null}
        {state.step === "saved" ? <StatusDot shape="full" label={`Saved: ${state.path}`} /> : null}
      </Group>
      {state.step === "making" ? (
        <Progress mt="sm" maw={320} size="sm" value={state.done * 100} aria-label="Making the pack" />
      ) : null}
      {state.step === "failed" ? (
        <ErrorCard trouble={exportTrouble(state.error)} onRetry={() => void make()} />
      ) : null}
    </div>
  );
};
