import { Button, Group, SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../bindings/paths";
import { type Failure, useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import {
  type CandidateId,
  candidateIdSchema,
  levelIdSchema,
  personIdSchema,
  slotIdSchema,
} from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { ErrorCard } from "../../ui/error-card";
import { Section } from "../../ui/section";
import { PanelEditor } from "./panel-editor";
import classes from "./plan.module.css";
import {
  addPerson,
  changeLevel,
  changePerson,
  changeSlot,
  newPlanForm,
  planGaps,
  removePerson,
  removeSlot,
  toLoopDraft,
} from "./plan-form";
import { SlotEditor } from "./slot-editor";
import { createTrouble, gapWords } from "./words";

/** Nine in the morning of the day `now` is in, as a plan usually begins. */
const nineOClock = (now: string): string => `${now.slice(0, 10)}T09:00`;

interface PlanEditorProps {
  readonly kit: Kit;
  readonly candidateId: CandidateId | null;
}

/** People, slots and questions of one loop, ready to be signed. */
export const PlanEditor = ({ kit, candidateId }: PlanEditorProps) => {
  const { candidates, loops, ids } = useServices();
  const navigate = useNavigate();
  const people = useLive(candidates.list);
  const newSlotId = () => slotIdSchema.parse(ids.newId());
  const newPersonId = () => personIdSchema.parse(ids.newId());
  const [form, setForm] = useState(() =>
    newPlanForm(
      kit,
      candidateId,
      { personId: newPersonId(), name: "", title: "", hats: ["facilitator", "panelist"] },
      nineOClock(ids.now()),
      newSlotId,
    ),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const gaps = planGaps(form);

  const make = async () => {
    const draft = toLoopDraft(form, kit);
    if (draft === null) return;
    setBusy(true);
    const made = await loops.create(draft);
    setBusy(false);
    if (made.ok) await navigate(paths.loop(made.value));
    else setFailure(made.error);
  };

  return (
    <div className={classes.plan}>
      <Group align="end" gap="lg">
        <Select
          label="Candidate"
          placeholder="Choose"
          w={280}
          value={form.candidateId}
          data={
            people.state === "ready" ? people.value.map(({ id, name }) => ({ value: id, label: name })) : []
          }
          onChange={(value) =>
            setForm({ ...form, candidateId: value === null ? null : candidateIdSchema.parse(value) })
          }
        />
        <div>
          <div className={classes.label}>Level</div>
          <SegmentedControl
            aria-label="Level"
            value={form.levelId}
            data={kit.levels.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) =>
              setForm(changeLevel(form, kit, levelIdSchema.parse(value), nineOClock(ids.now()), newSlotId))
            }
          />
        </div>
      </Group>
      <PanelEditor
        form={form}
        onAdd={() =>
          setForm(addPerson(form, { personId: newPersonId(), name: "", title: "", hats: ["panelist"] }))
        }
        onChange={(person) => setForm(changePerson(form, person))}
        onRemove={(personId) => setForm(removePerson(form, personId))}
      />
      <Section id="slots" title="Slots" note={`${form.slots.length} suggested from the kit's rounds`}>
        {form.slots.map((slot) => (
          <SlotEditor
            key={slot.slotId}
            kit={kit}
            levelId={form.levelId}
            persons={form.persons}
            slot={slot}
            onChange={(changed) => setForm(changeSlot(form, changed))}
            onRemove={() => setForm(removeSlot(form, slot.slotId))}
          />
        ))}
      </Section>
      {failure === null ? null : <ErrorCard trouble={createTrouble(failure)} onRetry={() => void make()} />}
      <Group className={classes.foot}>
        <Button onClick={() => void make()} disabled={gaps.length > 0} loading={busy}>
          Make the loop
        </Button>
        <span className={classes.gaps}>{gaps.map((gap) => gapWords[gap]).join(" ")}</span>
      </Group>
    </div>
  );
};
