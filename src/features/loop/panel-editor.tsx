import { ActionIcon, Button, MultiSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { PersonId } from "../../domain/ids";
import { type Hat, hatSchema, type Person } from "../../domain/loop/roster";
import { Section } from "../../ui/section";
import classes from "./plan.module.css";
import type { PlanForm } from "./plan-form";
import { hatChoices } from "./words";

interface PanelEditorProps {
  readonly form: PlanForm;
  readonly onAdd: () => void;
  readonly onChange: (person: Person) => void;
  readonly onRemove: (personId: PersonId) => void;
}

const facilitatorChoice = { value: "facilitator", label: "facilitator" };

/** The facilitator's own hat stays on: this laptop signs the plan. */
const hatsFrom = (values: readonly string[], isMe: boolean): Hat[] => {
  const hats = values.map((value) => hatSchema.parse(value));
  return isMe && !hats.includes("facilitator") ? ["facilitator", ...hats] : hats;
};

/** Who is on the panel and what everybody does. The first person is the one at this laptop. */
export const PanelEditor = ({ form, onAdd, onChange, onRemove }: PanelEditorProps) => (
  <Section
    id="panel"
    title="Panel"
    note={`${form.persons.length} ${form.persons.length === 1 ? "person" : "people"}`}
    actions={
      <Button size="compact-sm" variant="default" onClick={onAdd}>
        Add a person
      </Button>
    }
  >
    <ul className={classes.people}>
      {form.persons.map((person, index) => {
        const isMe = person.personId === form.me;
        const who = isMe ? "Your name" : `Name of person ${index + 1}`;
        return (
          <li key={person.personId} className={classes.person}>
            <TextInput
              aria-label={who}
              placeholder={who}
              value={person.name}
              onChange={(event) => onChange({ ...person, name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`Job title of person ${index + 1}`}
              placeholder="Job title"
              value={person.title}
              onChange={(event) => onChange({ ...person, title: event.currentTarget.value })}
            />
            <MultiSelect
              aria-label={`What person ${index + 1} does`}
              value={person.hats}
              data={isMe ? [facilitatorChoice, ...hatChoices] : [...hatChoices]}
              onChange={(values) => {
                const hats = hatsFrom(values, isMe);
                if (hats.length > 0) onChange({ ...person, hats });
              }}
            />
            {isMe ? (
              <span className={classes.you}>this laptop</span>
            ) : (
              <ActionIcon
                aria-label={`Take person ${index + 1} out`}
                onClick={() => onRemove(person.personId)}
              >
                <IconX size={16} aria-hidden="true" />
              </ActionIcon>
            )}
          </li>
        );
      })}
    </ul>
  </Section>
);
