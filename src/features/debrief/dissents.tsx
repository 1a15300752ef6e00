import { ActionIcon, Button, Select, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { personIdSchema } from "../../domain/ids";
import classes from "./decision.module.css";
import { type DissentDraft, missingOfDissent, noDissent } from "./decision-draft";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface DissentProps {
  /** Whom the words may be of: nobody whose words stand in another line. */
  readonly people: readonly Choice[];
  readonly dissent: DissentDraft;
  /** "Dissent 2". */
  readonly label: string;
  readonly onChange: (dissent: DissentDraft) => void;
  /** Null for the only line. */
  readonly onRemove: (() => void) | null;
}

const Dissent = ({ people, dissent, label, onChange, onRemove }: DissentProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would repeat what the labels say
  <div role="group" aria-label={label} className={classes.dissent}>
    <Select
      label="Dissent by"
      placeholder="Nobody"
      clearable
      value={dissent.personId}
      data={[...people]}
      onChange={(value) =>
        onChange({ ...dissent, personId: value === null ? null : personIdSchema.parse(value) })
      }
      error={missingOfDissent(dissent) === "person" ? "Whose words are they?" : null}
    />
    <Textarea
      label="In their words"
      autosize
      minRows={1}
      maxRows={4}
      disabled={dissent.personId === null && dissent.text === ""}
      value={dissent.text}
      error={missingOfDissent(dissent) === "words" ? "Write what they say, or name nobody." : null}
      onChange={(event) => onChange({ ...dissent, text: event.currentTarget.value })}
    />
    {onRemove === null ? null : (
      <ActionIcon variant="subtle" aria-label={`Take out ${label.toLowerCase()}`} mt={24} onClick={onRemove}>
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
    )}
  </div>
);

interface DissentsProps {
  readonly people: readonly Choice[];
  readonly dissents: readonly DissentDraft[];
  readonly onChange: (dissents: readonly DissentDraft[]) => void;
}

/** Who disagrees with the decision, each in their own words; as many as there are. */
export const Dissents = ({ people, dissents, onChange }: DissentsProps) => {
  const isFree = (own: DissentDraft, { value }: Choice): boolean =>
    dissents.every((dissent) => dissent === own || dissent.personId !== value);
  const isLastUsed = dissents.at(-1)?.personId !== null;
  return (
    <>
      {dissents.map((dissent, index) => (
        <Dissent
          // biome-ignore lint/suspicious/noArrayIndexKey: a line holds nothing that is not in the list
          key={index}
          label={`Dissent ${index + 1}`}
          people={people.filter((person) => isFree(dissent, person))}
          dissent={dissent}
          onChange={(changed) => onChange(dissents.with(index, changed))}
          onRemove={dissents.length === 1 ? null : () => onChange(dissents.toSpliced(index, 1))}
        />
      ))}
      {isLastUsed && dissents.length < people.length ? (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.another}
          onClick={() => onChange([...dissents, noDissent])}
        >
          Another dissent
        </Button>
      ) : null}
    </>
  );
};
