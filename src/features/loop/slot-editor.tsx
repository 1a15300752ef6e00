import { ActionIcon, Button, MultiSelect, NumberInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useId, useState } from "react";
import { type LevelId, personIdSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { exerciseById } from "../../domain/kit/lookup";
import { longestSlot, type Slot } from "../../domain/loop/plan";
import type { Person } from "../../domain/loop/roster";
import classes from "./plan.module.css";
import { holdsCards } from "./plan-form";
import { RolePlayers } from "./role-players";
import { SlotQuestions } from "./slot-questions";

interface SlotEditorProps {
  readonly kit: Kit;
  readonly levelId: LevelId;
  readonly persons: readonly Person[];
  readonly slot: Slot;
  /** `field` names what was typed into, so that a burst of typing is one step to take back. */
  readonly onChange: (slot: Slot, field: string) => void;
  readonly onRemove: () => void;
}

const minutesFrom = (value: number | string): number =>
  Math.max(0, Math.min(longestSlot, Math.round(Number(value)) || 0));

const contents = (kit: Kit, slot: Slot): string => {
  const questions = slot.questionIds.length === 1 ? "1 question" : `${slot.questionIds.length} questions`;
  if (slot.exerciseId === null) return questions;
  const exercise = exerciseById(kit, slot.exerciseId).title;
  return slot.questionIds.length === 0 ? `Exercise: ${exercise}` : `${questions}, exercise: ${exercise}`;
};

const Times = ({ slot, onChange, onRemove }: Pick<SlotEditorProps, "slot" | "onChange" | "onRemove">) => (
  <div className={classes.slotRow}>
    <TextInput
      label="Slot"
      maxLength={200}
      value={slot.title}
      onChange={(event) => onChange({ ...slot, title: event.currentTarget.value }, "title")}
    />
    <TextInput
      label="Begins"
      type="datetime-local"
      value={slot.startsAt}
      onChange={(event) => {
        const startsAt = event.currentTarget.value.slice(0, 16);
        if (startsAt !== "") onChange({ ...slot, startsAt }, "startsAt");
      }}
    />
    <NumberInput
      label="Minutes"
      min={0}
      max={longestSlot}
      step={5}
      value={slot.minutes}
      onChange={(value) => onChange({ ...slot, minutes: minutesFrom(value) }, "minutes")}
    />
    <TextInput
      label="Room"
      maxLength={200}
      value={slot.room}
      onChange={(event) => onChange({ ...slot, room: event.currentTarget.value }, "room")}
    />
    <ActionIcon aria-label={`Take the slot ${slot.title} out`} onClick={onRemove} mb={4}>
      <IconX size={16} aria-hidden="true" />
    </ActionIcon>
  </div>
);

const Interviewers = ({
  slot,
  persons,
  onChange,
}: Pick<SlotEditorProps, "slot" | "persons" | "onChange">) => {
  const named = persons.filter((person) => person.name.trim() !== "" && holdsCards(person));
  const hidden = slot.interviewers.filter((id) => !named.some((person) => person.personId === id));
  const seat = (ids: readonly string[]) =>
    onChange({ ...slot, interviewers: [...hidden, ...ids.map((id) => personIdSchema.parse(id))] }, "people");
  return (
    <MultiSelect
      aria-label={`Interviewers of ${slot.title}`}
      value={slot.interviewers.filter((id) => !hidden.includes(id))}
      data={named.map((person) => ({ value: person.personId, label: person.name }))}
      placeholder={
        named.length === 0 ? "Name the panel first" : slot.interviewers.length === 0 ? "Nobody" : ""
      }
      onChange={seat}
    />
  );
};

/** One slot: when, how long, where, who, and which of the level's questions. */
export const SlotEditor = (props: SlotEditorProps) => {
  const { kit, slot } = props;
  const [open, setOpen] = useState(false);
  const listId = useId();
  return (
    <section className={classes.slot} aria-label={`Slot ${slot.title}`}>
      <Times {...props} />
      <div className={classes.slotRow2}>
        <Interviewers {...props} />
        <span className={classes.contents}>{contents(kit, slot)}</span>
        <Button variant="default" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
          {open ? "Hide the questions" : "Choose questions"}
        </Button>
      </div>
      <RolePlayers {...props} />
      <div id={listId} hidden={!open}>
        {open ? (
          <SlotQuestions
            kit={kit}
            levelId={props.levelId}
            slot={slot}
            onChange={(changed) => props.onChange(changed, "questions")}
          />
        ) : null}
      </div>
    </section>
  );
};
