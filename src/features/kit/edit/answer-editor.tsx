import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { KnockOut } from "../../../domain/kit/kit";
import { answerForms, inForm } from "./answer-form";
import classes from "./edit.module.css";
import { type Editing, useEditing } from "./editing";
import { GrowingField } from "./growing-field";
import { NumberField } from "./number-field";
import { RemoveWith } from "./tools";
import { words } from "./words";

type Answer = KnockOut["answer"];
type Choices = Extract<Answer, { form: "single" | "multiple" }>;

interface AnswerProps<Of extends Answer> {
  readonly knockOutId: string;
  readonly answer: Of;
  readonly editing: Editing;
}

const answerIn = (knockOutId: string, kit: ReturnType<Editing["change"]>): Answer | undefined =>
  kit.knockOuts.find(({ id }) => id === knockOutId)?.answer;

const ChoiceList = ({ knockOutId, answer, editing }: AnswerProps<Choices>) => {
  const set = (choices: Choices["choices"], group?: string) =>
    answerIn(
      knockOutId,
      editing.change({ type: "setAnswer", knockOutId, answer: { ...answer, choices } }, group),
    );
  const write = (at: number, text: string): string => {
    const next = answer.choices.map((choice, index) => (index === at ? { ...choice, text } : choice));
    const kept = set(next, `choice ${knockOutId} ${at}`);
    return kept !== undefined && "choices" in kept ? (kept.choices[at]?.text ?? "") : "";
  };
  return (
    <ul className={classes.ordered}>
      {answer.choices.map(({ text, disqualifies }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: choices have no name but their place
        <li key={at}>
          <div className={classes.body}>
            <GrowingField label={words.choice(at + 1)} value={text} onType={(typed) => write(at, typed)} />
          </div>
          <Checkbox
            size="xs"
            label={words.endsIt}
            aria-label={words.choiceEnds(text)}
            checked={disqualifies}
            onChange={(event) => {
              const isEnding = event.currentTarget.checked;
              set(
                answer.choices.map((one, index) => (index === at ? { ...one, disqualifies: isEnding } : one)),
              );
            }}
          />
          <RemoveWith name={text} onRemove={() => set(answer.choices.filter((_, index) => index !== at))} />
        </li>
      ))}
      <li>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
          onClick={() =>
            set([...answer.choices, { text: words.choice(answer.choices.length + 1), disqualifies: false }])
          }
        >
          {words.addChoice}
        </Button>
      </li>
    </ul>
  );
};

const Limits = ({ knockOutId, answer, editing }: AnswerProps<Extract<Answer, { form: "number" }>>) => {
  const set = (changed: Partial<typeof answer>, group: string) =>
    editing.change({ type: "setAnswer", knockOutId, answer: { ...answer, ...changed } }, group);
  const setLimit = (field: "minimum" | "maximum", value: number | null): number | null => {
    const { knockOuts } = set({ [field]: value }, `${field} ${knockOutId}`);
    const made = knockOuts.find(({ id }) => id === knockOutId)?.answer;
    return made?.form === "number" ? made[field] : null;
  };
  const limit = (field: "minimum" | "maximum", label: string) => (
    <NumberField
      label={label}
      isShown
      decimals={2}
      value={answer[field]}
      onType={(next) => setLimit(field, next)}
    />
  );
  return (
    <>
      {limit("minimum", words.endsBelow)}
      {limit("maximum", words.endsAbove)}
      <TextInput
        label={words.unit}
        size="xs"
        w={120}
        value={answer.unit}
        onChange={(event) => set({ unit: event.currentTarget.value }, `unit ${knockOutId}`)}
      />
    </>
  );
};

/** How a knock-out question is answered, and which answers end the application. */
export const AnswerEditor = ({ knockOut }: { readonly knockOut: KnockOut }) => {
  const editing = useEditing();
  if (editing === null) return null;
  const { id: knockOutId, answer } = knockOut;
  const set = (next: Answer) => void editing.change({ type: "setAnswer", knockOutId, answer: next });
  return (
    <>
      <div className={classes.tools}>
        <Select
          label={words.answerForm}
          size="xs"
          allowDeselect={false}
          data={answerForms.map((form) => ({ value: form, label: words.answerForms[form] }))}
          value={answer.form}
          onChange={(form) => form !== null && set(inForm(answer, form, words.yesNoChoices))}
        />
        {answer.form === "yesNo" ? (
          <Select
            label={words.endsTheApplication}
            size="xs"
            allowDeselect={false}
            data={[
              { value: "yes", label: words.yesNoChoices.yes },
              { value: "no", label: words.yesNoChoices.no },
            ]}
            value={answer.disqualifying}
            onChange={(disqualifying) => disqualifying !== null && set({ form: "yesNo", disqualifying })}
          />
        ) : null}
        {answer.form === "number" ? (
          <Limits knockOutId={knockOutId} answer={answer} editing={editing} />
        ) : null}
      </div>
      {"choices" in answer ? <ChoiceList knockOutId={knockOutId} answer={answer} editing={editing} /> : null}
    </>
  );
};
