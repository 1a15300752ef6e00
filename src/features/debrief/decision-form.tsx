import { Button, MultiSelect, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { paths } from "../../bindings/paths";
import type { Failure } from "../../bindings/services";
import { outcomeSchema } from "../../domain/debrief/decision";
import type { DebriefItem } from "../../domain/debrief/item";
import { departs } from "../../domain/debrief/mechanical";
import { levelIdSchema, personIdSchema } from "../../domain/ids";
import type { LoopRecord } from "../../domain/record/record";
import { ErrorCard } from "../../ui/error-card";
import { CardsOutside } from "./cards-outside";
import classes from "./decision.module.css";
import {
  type DecisionDraft,
  evidenceChoices,
  itemValue,
  newDecisionDraft,
  toDecision,
} from "./decision-draft";
import { Dissents } from "./dissents";
import { decideTrouble } from "./troubles";
import { outcomeChoices } from "./words";

interface DecisionFormProps {
  readonly record: LoopRecord;
  /** What the panel had to talk about: what the reason rests on unless somebody says otherwise. */
  readonly divergent: readonly DebriefItem[];
  readonly onCancel: () => void;
}

interface FieldsProps {
  readonly record: LoopRecord;
  readonly draft: DecisionDraft;
  readonly onChange: (changed: Partial<DecisionDraft>) => void;
}

const peopleOf = (record: LoopRecord) =>
  record.persons.map(({ personId, name }) => ({ value: personId, label: name }));

const Outcome = ({ record, draft, onChange }: FieldsProps) => (
  <div className={classes.row}>
    <SegmentedControl
      aria-label="Outcome"
      value={draft.outcome}
      data={[...outcomeChoices]}
      onChange={(value) => onChange({ outcome: outcomeSchema.parse(value) })}
    />
    {draft.outcome === "otherLevel" ? (
      <Select
        label="Level"
        placeholder="Choose"
        value={draft.levelId}
        data={record.kit.levels
          .filter((level) => level.id !== record.plan.levelId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => onChange({ levelId: value === null ? null : levelIdSchema.parse(value) })}
      />
    ) : null}
    <Select
      label="Decided by"
      value={draft.decidedBy}
      allowDeselect={false}
      data={peopleOf(record)}
      onChange={(value) => onChange({ decidedBy: value === null ? null : personIdSchema.parse(value) })}
    />
  </div>
);

/** What the reason rests on and who is there; and where the decision goes against the counted calls, why. */
const Grounds = ({ record, draft, onChange }: FieldsProps) => {
  const { debrief } = useLoopView();
  return (
    <>
      <div className={classes.grounds}>
        <MultiSelect
          label="Rests on"
          value={[...draft.evidence]}
          data={evidenceChoices(record).map(({ item, title }) => ({ value: itemValue(item), label: title }))}
          onChange={(evidence) => onChange({ evidence })}
          error={draft.evidence.length === 0 ? "Name at least one item." : null}
        />
        {debrief === null ? null : (
          <MultiSelect
            label="Who is there"
            value={[...draft.present]}
            data={peopleOf(record)}
            onChange={(present) => onChange({ present: present.map((id) => personIdSchema.parse(id)) })}
          />
        )}
      </div>
      {departs(record, draft.outcome) ? (
        <TextInput
          label="Why it departs from the panel’s calls"
          description="More people called the other side of the yes/no line, each counted once."
          required
          value={draft.overrideReason}
          onChange={(event) => onChange({ overrideReason: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
};

const useDeciding = ({ record, divergent }: DecisionFormProps) => {
  const session = useLoopSession();
  const { debrief } = useLoopView();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => newDecisionDraft(record, divergent));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const decision = toDecision(draft, record, debrief !== null);
  const decide = async () => {
    if (decision === null || busy) return;
    setBusy(true);
    const decided = await session.decide(decision);
    setBusy(false);
    if (decided.ok) await navigate(paths.record(record.loopId));
    else setFailure(decided.error);
  };
  const change = (changed: Partial<DecisionDraft>) => setDraft((before) => ({ ...before, ...changed }));
  return { draft, change, decide, ready: decision !== null, busy, failure };
};

/** The decision with its reason and, word for word, who disagrees. Signed by the facilitator's laptop. */
export const DecisionForm = (props: DecisionFormProps) => {
  const { draft, change, decide, ready, busy, failure } = useDeciding(props);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void decide();
  };
  const fields = { record: props.record, draft, onChange: change };
  return (
    <form className={classes.decision} aria-label="Decision" onSubmit={submit}>
      <Outcome {...fields} />
      <Textarea
        label="Reason"
        description="Job-related, resting on what was heard. The candidate may ask to read it."
        autosize
        minRows={2}
        maxRows={5}
        autoFocus
        value={draft.rationale}
        onChange={(event) => change({ rationale: event.currentTarget.value })}
      />
      <Grounds {...fields} />
      <Dissents
        people={peopleOf(props.record)}
        dissents={draft.dissents}
        onChange={(dissents) => change({ dissents })}
      />
      <CardsOutside record={props.record} />
      {failure === null ? null : <ErrorCard trouble={decideTrouble(failure)} />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={!ready} loading={busy}>
          Record the decision
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          Back to the debrief
        </Button>
      </div>
    </form>
  );
};
