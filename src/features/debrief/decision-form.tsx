import { Button, Group, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useLoopSession } from "../../bindings/loop-session-context";
import { paths } from "../../bindings/paths";
import type { Failure } from "../../bindings/services";
import { type Outcome, outcomeSchema } from "../../domain/debrief/decision";
import {
  type CompetencyId,
  type LevelId,
  levelIdSchema,
  type PersonId,
  personIdSchema,
} from "../../domain/ids";
import type { LoopRecord } from "../../domain/record/record";
import { ErrorCard } from "../../ui/error-card";
import classes from "./debrief.module.css";
import { debriefTrouble, outcomeChoices } from "./words";

interface DecisionFormProps {
  readonly record: LoopRecord;
  readonly divergent: readonly CompetencyId[];
  readonly onCancel: () => void;
}

/** The decision with its reason and, word for word, who disagrees. Signed by the facilitator's laptop. */
export const DecisionForm = ({ record, divergent, onCancel }: DecisionFormProps) => {
  const session = useLoopSession();
  const navigate = useNavigate();
  const decider = record.persons.find((person) => person.hats.includes("hiringManager")) ?? record.persons[0];
  const [outcome, setOutcome] = useState<Outcome>("hire");
  const [levelId, setLevelId] = useState<LevelId | null>(null);
  const [decidedBy, setDecidedBy] = useState<PersonId | null>(decider?.personId ?? null);
  const [rationale, setRationale] = useState("");
  const [dissenter, setDissenter] = useState<PersonId | null>(null);
  const [dissent, setDissent] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready =
    rationale.trim() !== "" && decidedBy !== null && (outcome !== "otherLevel" || levelId !== null);
  const people = record.persons.map(({ personId, name }) => ({ value: personId, label: name }));

  const decide = async () => {
    if (!ready || decidedBy === null) return;
    const decided = await session.decide({
      outcome,
      levelId: outcome === "otherLevel" ? levelId : null,
      decidedBy,
      rationale: rationale.trim(),
      evidence: divergent.map((competencyId) => ({ envelopeHash: null, competencyId })),
      dissent:
        dissenter === null || dissent.trim() === "" ? [] : [{ personId: dissenter, text: dissent.trim() }],
      overrideReason: "",
    });
    if (decided.ok) await navigate(paths.record(record.loopId));
    else setFailure(decided.error);
  };

  return (
    <form
      className={classes.decision}
      aria-label="Decision"
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <Group align="end" gap="lg">
        <SegmentedControl
          aria-label="Outcome"
          value={outcome}
          data={[...outcomeChoices]}
          onChange={(value) => setOutcome(outcomeSchema.parse(value))}
        />
        {outcome === "otherLevel" ? (
          <Select
            label="Level"
            value={levelId}
            data={record.kit.levels
              .filter((level) => level.id !== record.plan.levelId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => setLevelId(value === null ? null : levelIdSchema.parse(value))}
          />
        ) : null}
        <Select
          label="Decided by"
          value={decidedBy}
          data={people}
          onChange={(value) => setDecidedBy(value === null ? null : personIdSchema.parse(value))}
        />
      </Group>
      <Textarea
        label="Reason"
        description="Job-related, resting on what was heard. The candidate may ask to read it."
        autosize
        minRows={2}
        maxRows={6}
        autoFocus
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
      />
      <Group align="end" gap="sm" wrap="nowrap">
        <Select
          label="Dissent by"
          placeholder="Nobody"
          clearable
          value={dissenter}
          data={people}
          onChange={(value) => setDissenter(value === null ? null : personIdSchema.parse(value))}
        />
        <TextInput
          label="In their words"
          flex={1}
          disabled={dissenter === null}
          value={dissent}
          onChange={(event) => setDissent(event.currentTarget.value)}
        />
      </Group>
      {failure === null ? null : <ErrorCard trouble={debriefTrouble(failure)} />}
      <Group gap="sm">
        <Button type="submit" disabled={!ready}>
          Record the decision
        </Button>
        <Button variant="default" onClick={onCancel}>
          Back to the debrief
        </Button>
      </Group>
    </form>
  );
};
