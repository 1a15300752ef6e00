import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import type { LevelLine } from "../../../domain/debrief/level-reading";
import { competencyIdSchema, levelIdSchema } from "../../../domain/ids";
import type { LoopRecord } from "../../../domain/record/record";
import { longestReason } from "../../../domain/sealing/debrief-entries";
import { SignButtons } from "../signing/sign-buttons";
import forms from "../signing/signing.module.css";
import { useSigning } from "../signing/use-signing";
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
  const signing = useSigning(
    (reason) =>
      session.readLevel({
        competencyId: competencyIdSchema.parse(line.competencyId),
        levelId: level === unsaid ? null : levelIdSchema.parse(level),
        reason,
      }),
    onDone,
  );
  return (
    <div className={forms.form}>
      <div className={classes.fields}>
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
          value={signing.text}
          onChange={(event) => signing.setText(event.currentTarget.value)}
        />
      </div>
      <SignButtons signing={signing} label="Sign the reading" trouble={levelTrouble} onLeave={onDone} />
    </div>
  );
};
