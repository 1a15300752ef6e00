import { Button } from "@mantine/core";
import { useState } from "react";
import { hrefTo, paths } from "../../bindings/paths";
import type { DebriefItem } from "../../domain/debrief/item";
import type { LoopRecord } from "../../domain/record/record";
import { KeyHint } from "../../ui/keys/key-hint";
import { useKeys } from "../../ui/keys/keys";
import classes from "./debrief.module.css";
import { DecisionForm } from "./decision-form";

interface DecisionBarProps {
  readonly record: LoopRecord;
  readonly divergent: readonly DebriefItem[];
  readonly mayDecide: boolean;
  readonly facts: string;
  readonly onNext: () => void;
}

const Act = ({ record, mayDecide, onDecide }: DecisionBarProps & { readonly onDecide: () => void }) => {
  if (record.decision !== null) {
    return (
      <Button component="a" href={hrefTo(paths.record(record.loopId))}>
        Go to the record
      </Button>
    );
  }
  return mayDecide ? (
    <Button onClick={onDecide} rightSection={<KeyHint keys="d" />}>
      Record the decision
    </Button>
  ) : (
    <span>The facilitator records the decision.</span>
  );
};

/** The numbers at the bottom, and the way to a decision. What was written of one stays when the form is folded. */
export const DecisionBar = (props: DecisionBarProps) => {
  const { record, divergent, mayDecide, facts, onNext } = props;
  const [form, setForm] = useState<"never" | "open" | "folded">("never");
  const canOpen = mayDecide && record.decision === null;
  useKeys({
    title: "Decision",
    scope: "screen",
    bindings: [
      { keys: "d", does: "Record the decision", active: canOpen, run: () => setForm("open") },
      { keys: "escape", does: "Fold the decision", active: form === "open", run: () => setForm("folded") },
    ],
  });
  return (
    <footer className={classes.foot}>
      {form === "never" ? null : (
        <div className={classes.form} hidden={form === "folded"}>
          <DecisionForm record={record} divergent={divergent} onCancel={() => setForm("folded")} />
        </div>
      )}
      <div className={classes.bar} hidden={form === "open"}>
        <span className={classes.soft}>{facts}</span>
        <span className={classes.buttons}>
          <Button variant="default" onClick={onNext} rightSection={<KeyHint keys="j" />}>
            Next item
          </Button>
          <Act {...props} onDecide={() => setForm("open")} />
        </span>
      </div>
    </footer>
  );
};
