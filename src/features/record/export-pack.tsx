import { Button, Progress } from "@mantine/core";
import type { LoopRecord } from "../../domain/record/record";
import { ErrorCard } from "../../ui/error-card";
import { StatusDot } from "../../ui/status-dot";
import classes from "./record.module.css";
import { type ExportStep, type PackChoice, useExport } from "./use-export";
import { exportTrouble, words } from "./words";

interface OutcomeProps {
  readonly state: ExportStep;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
}

const Outcome = ({ state, onCancel, onRetry }: OutcomeProps) => {
  switch (state.step) {
    case "idle":
      return null;
    case "making":
      return state.kind === "record" ? null : (
        <div className={classes.making}>
          <span>Making the pack</span>
          <Progress size="sm" value={state.done * 100} aria-label="Making the pack" />
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      );
    case "saved":
      return (
        <p className={classes.saved} role="status">
          <StatusDot shape="full" label={`Saved: ${state.path}`} />
        </p>
      );
    case "failed":
      return <ErrorCard trouble={exportTrouble(state.error)} onRetry={onRetry} />;
  }
};

interface ExportPackProps {
  readonly record: LoopRecord;
  readonly choice: PackChoice;
}

/** Makes the chosen pack in the background, or the record as it is, and saves it where the person says. */
export const ExportPack = ({ record, choice }: ExportPackProps) => {
  const { state, start, cancel } = useExport(record, choice);
  const making = state.step === "making";
  return (
    <div className={classes.export}>
      <div className={classes.buttons}>
        <Button onClick={() => void start("pack")} loading={making && state.kind === "pack"}>
          {words.exportPack}
        </Button>
        <Button variant="default" onClick={() => void start("record")} disabled={making}>
          {words.saveRecord}
        </Button>
      </div>
      <Outcome
        state={state}
        onCancel={cancel}
        onRetry={() => void start(state.step === "failed" ? state.kind : "pack")}
      />
    </div>
  );
};
