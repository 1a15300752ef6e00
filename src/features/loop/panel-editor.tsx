import { ActionIcon, Button, MultiSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { PersonId } from "../../domain/ids";
import { type Hat, hatSchema, type Person } from "../../domain/loop/roster";
import { Section } from "../../ui/section";
import classes from "./plan.module.css";
import type { PlanForm } from "./plan-form";
import { facilitatorChoice, hatChoices } from "./words";

interface PanelEditorProps {
  readonly form: PlanForm;
  readonly onAdd: () => void;
  /** `field` names what was typed into, so that a burst of typing is one step to take back. */
  readonly onChange: (person: Person, field: string) => void;
  readonly onRemove: (personId: PersonId) => void;
}

/** The facilitator's own hat stays on: this laptop signs the plan. Nobody goes without a hat. */
const hatsFrom = (values: readonly string[], isMe: boolean): readonly Hat[] => {
  const hats = values.map((value) => hatSchema.parse(value));
  return isMe && !hats.includes("facilitator") ? ["facilitator", ...hats] : hats;
};

interface PersonRowProps extends Pick<PanelEditorProps, "onChange" | "onRemove"> {
  readonly person: Person;
  readonly isMe: boolean;
  /** From 1, as the labels count. */
  readonly number: number;
}

const PersonRow = ({ person, isMe, number, onChange, onRemove }: PersonRowProps) => {
  const who = isMe ? "Your name" : `Name of person ${number}`;
  const changeHats = (values: readonly string[]) => {
    const hats = hatsFrom(values, isMe);
    if (hats.length > 0) onChange({ ...person, hats: [...hats] }, "hats");
  };
  return (
    <li className={classes.person}>
      <TextInput
        aria-label={who}
        placeholder={who}
        maxLength={200}
        value={person.name}
        onChange={(event) => onChange({ ...person, name: event.currentTarget.value }, "name")}
      />
      <TextInput
        aria-label={`Job title of person ${number}`}
        placeholder="Job title"
        maxLength={200}
        value={person.title}
        onChange={(event) => onChange({ ...person, title: event.currentTarget.value }, "title")}
      />
      <MultiSelect
        aria-label={`What person ${number} does`}
        value={person.hats}
        data={isMe ? [facilitatorChoice, ...hatChoices] : [...hatChoices]}
        onChange={changeHats}
      />
      {isMe ? (
        <span className={classes.you}>this laptop</span>
      ) : (
        <ActionIcon aria-label={`Take person ${number} out`} onClick={() => onRemove(person.personId)}>
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
};

/** Who is on the panel and what everybody does. The first person is the one at this laptop. */
export const PanelEditor = ({ form, onAdd, onChange, onRemove }: PanelEditorProps) => (
  <Section
    id="panel"
    title="Panel"
    note={`${form.persons.length} ${form.persons.length === 1 ? "person" : "people"}. Panelists hold a card in every slot they sit in.`}
    actions={
      <Button size="compact-sm" variant="default" onClick={onAdd}>
        Add a person
      </Button>
    }
  >
    <div className={classes.personHead} aria-hidden="true">
      <span>Name</span>
      <span>Job title</span>
      <span>In this loop</span>
    </div>
    <ul className={classes.people}>
      {form.persons.map((person, index) => (
        <PersonRow
          key={person.personId}
          person={person}
          isMe={person.personId === form.me}
          number={index + 1}
          onChange={onChange}
          onRemove={onRemove}
        />
      ))}
    </ul>
  </Section>
);
