import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import type { Failure } from "../../../bindings/services";
import type { LevelLine } from "../../../domain/debrief/level-reading";
import { competencyIdSchema, levelIdSchema } from "../../../domain/ids";
import type { LoopRecord } from "../../../domain/record/record";
import { longestReason } from "../../../domain/sealing/debrief-entries";
import { ErrorCard } from "../../../ui/error-card";
import classes from "./levels.module.css";
import { levelTrouble } from "./words";

const unsaid = "";

interface LevelFormProps {
  readonly record: LoopRecord;
  readonly line: LevelLine;
  readonly onDone: () => void;
}

/** The panel's reading of one competency while the person in charge writes it down. */
export const LevelForm = ({ record, line, onDone }: LevelFormProps) => {
  const session = useLoopSession();
  const [level, setLevel] = useState<string>(line.reading?.levelId ?? record.plan.levelId);
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const sign = async () => {
    if (reason.trim() === "" || busy) return;
    setBusy(true);
    const signed = await session.readLevel({
      competencyId: competencyIdSchema.parse(line.competencyId),
      levelId: level === unsaid ? null : levelIdSchema.parse(level),
      reason: reason.trim(),
    });
    setBusy(false);
    if (signed.ok) onDone();
    else setFailure(signed.error);
  };
  return (
    <div className={classes.form}>
      <Select
        label="Level"
        size="xs"
        allowDeselect={false}
        value={level}
        data={[
          ...record.kit.levels.map(({ id, name }) => ({ value: id as string, label: name })),
          { value: unsaid, label: "The evidence does not say" },
        ]}
        onChange={(value) => setLevel(value ?? unsaid)}
      />
      <TextInput
        label="What it rests on"
        size="xs"
        autoFocus
        maxLength={longestReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button size="xs" loading={busy} disabled={reason.trim() === ""} onClick={() => void sign()}>
        Sign the reading
      </Button>
      <Button size="xs" variant="default" onClick={onDone}>
        Leave it
      </Button>
      {failure === null ? null : <ErrorCard trouble={levelTrouble(failure)} />}
    </div>
  );
};
