import { ActionIcon, Button, MultiSelect, NumberInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type BreakId, personIdSchema } from "../../domain/ids";
import { type Break, longestSlot } from "../../domain/loop/plan";
import type { Person } from "../../domain/loop/roster";
import { Section } from "../../ui/section";
import classes from "./plan.module.css";

interface BreaksEditorProps {
  readonly breaks: readonly Break[];
  readonly persons: readonly Person[];
  readonly onAdd: () => void;
  /** `field` names what was typed into, so that a burst of typing is one step to take back. */
  readonly onChange: (changed: Break, field: string) => void;
  readonly onRemove: (breakId: BreakId) => void;
}

interface BreakRowProps extends Omit<BreaksEditorProps, "breaks" | "onAdd"> {
  readonly pause: Break;
  readonly number: number;
}

const BreakRow = ({ pause, number, persons, onChange, onRemove }: BreakRowProps) => (
  <li className={classes.breakRow}>
    <TextInput
      aria-label={`Name of break ${number}`}
      maxLength={200}
      value={pause.title}
      onChange={(event) => onChange({ ...pause, title: event.currentTarget.value }, "title")}
    />
    <TextInput
      aria-label={`Break ${number} begins`}
      type="datetime-local"
      value={pause.startsAt}
      onChange={(event) => {
        const startsAt = event.currentTarget.value.slice(0, 16);
        if (startsAt !== "") onChange({ ...pause, startsAt }, "startsAt");
      }}
    />
    <NumberInput
      aria-label={`Minutes of break ${number}`}
      min={0}
      max={longestSlot}
      step={5}
      value={pause.minutes}
      onChange={(value) => {
        const minutes = Math.max(0, Math.min(longestSlot, Math.round(Number(value)) || 0));
        onChange({ ...pause, minutes }, "minutes");
      }}
    />
    <MultiSelect
      aria-label={`For whom break ${number} is`}
      placeholder={pause.personIds === null ? "Everybody and the candidate" : ""}
      value={pause.personIds ?? []}
      data={persons
        .filter(({ name }) => name.trim() !== "")
        .map(({ personId, name }) => ({ value: personId, label: name }))}
      onChange={(ids) => {
        const personIds = ids.length === 0 ? null : ids.map((id) => personIdSchema.parse(id));
        onChange({ ...pause, personIds }, "people");
      }}
    />
    <ActionIcon aria-label={`Take break ${number} out`} onClick={() => onRemove(pause.breakId)}>
      <IconX size={16} aria-hidden="true" />
    </ActionIcon>
  </li>
);

/** Pauses, lunch, a tour of the house: time in which nobody is asked anything. */
export const BreaksEditor = ({ breaks, onAdd, ...rest }: BreaksEditorProps) => (
  <Section
    id="breaks"
    title="Breaks"
    note={breaks.length === 0 ? "none yet" : `${breaks.length}`}
    actions={
      <Button size="compact-sm" variant="default" onClick={onAdd}>
        Add a break
      </Button>
    }
  >
    <ul className={classes.people}>
      {breaks.map((pause, index) => (
        <BreakRow key={pause.breakId} pause={pause} number={index + 1} {...rest} />
      ))}
    </ul>
  </Section>
);
