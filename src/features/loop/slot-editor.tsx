import { ActionIcon, Button, Checkbox, Collapse, MultiSelect, NumberInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { type LevelId, personIdSchema, type QuestionId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { exerciseById, questionsAtLevel, questionTopic } from "../../domain/kit/lookup";
import type { Slot } from "../../domain/loop/plan";
import type { Person } from "../../domain/loop/roster";
import classes from "./plan.module.css";

interface SlotEditorProps {
  readonly kit: Kit;
  readonly levelId: LevelId;
  readonly persons: readonly Person[];
  readonly slot: Slot;
  readonly onChange: (slot: Slot) => void;
  readonly onRemove: () => void;
}

const toggled = (ids: readonly QuestionId[], id: QuestionId): QuestionId[] =>
  ids.includes(id) ? ids.filter((known) => known !== id) : [...ids, id];

const Questions = ({ kit, levelId, slot, onChange }: SlotEditorProps) => (
  <ul className={classes.questions}>
    {questionsAtLevel(kit, levelId).map((question) => (
      <li key={question.id}>
        <Checkbox
          size="sm"
          checked={slot.questionIds.includes(question.id)}
          label={
            <>
              <b>{questionTopic(kit, question)}.</b> {question.prompt}
            </>
          }
          onChange={() => onChange({ ...slot, questionIds: toggled(slot.questionIds, question.id) })}
        />
      </li>
    ))}
  </ul>
);

const contents = (kit: Kit, slot: Slot): string => {
  const questions = slot.questionIds.length === 1 ? "1 question" : `${slot.questionIds.length} questions`;
  if (slot.exerciseId === null) return questions;
  const exercise = exerciseById(kit, slot.exerciseId).title;
  return slot.questionIds.length === 0 ? `Exercise: ${exercise}` : `${questions}, exercise: ${exercise}`;
};

/** One slot: when, how long, where, who, and which of the level's questions. */
export const SlotEditor = (props: SlotEditorProps) => {
  const { kit, slot, persons, onChange } = props;
  const [open, setOpen] = useState(false);
  const named = persons.filter((person) => person.name.trim() !== "");
  return (
    <div className={classes.slot}>
      <div className={classes.slotRow}>
        <TextInput
          label="Slot"
          value={slot.title}
          onChange={(event) => onChange({ ...slot, title: event.currentTarget.value })}
        />
        <TextInput
          label="Begins"
          type="datetime-local"
          value={slot.startsAt}
          onChange={(event) => {
            const startsAt = event.currentTarget.value.slice(0, 16);
            if (startsAt !== "") onChange({ ...slot, startsAt });
          }}
        />
        <NumberInput
          label="Minutes"
          min={0}
          max={600}
          step={5}
          value={slot.minutes}
          onChange={(value) => onChange({ ...slot, minutes: Math.round(Number(value)) || 0 })}
        />
        <TextInput
          label="Room"
          value={slot.room}
          onChange={(event) => onChange({ ...slot, room: event.currentTarget.value })}
        />
        <ActionIcon aria-label={`Take the slot ${slot.title} out`} onClick={props.onRemove} mb={4}>
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      <MultiSelect
        label="Interviewers"
        value={slot.interviewers.filter((id) => named.some((person) => person.personId === id))}
        data={named.map((person) => ({ value: person.personId, label: person.name }))}
        placeholder={named.length === 0 ? "Name the panel first" : ""}
        onChange={(ids) => onChange({ ...slot, interviewers: ids.map((id) => personIdSchema.parse(id)) })}
      />
      <div className={classes.slotFoot}>
        <span>{contents(kit, slot)}</span>
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Hide the questions" : "Choose questions"}
        </Button>
      </div>
      <Collapse expanded={open}>
        <Questions {...props} />
      </Collapse>
    </div>
  );
};
