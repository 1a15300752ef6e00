import { Button, Checkbox, NumberInput, Radio, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ShownQuestion } from "../../domain/application/shown";
import type { GivenAnswer } from "../../domain/candidates/knock-out";
import classes from "./application.module.css";
import { words } from "./words";

interface Draft {
  readonly one: string;
  readonly any: readonly string[];
  readonly number: number | string;
}

/** The answer that stands in the form; null where there is none yet. */
const answerOf = ({ form }: ShownQuestion, { one, any, number }: Draft): GivenAnswer | null => {
  if (form === "multiple") return { form, choices: [...any] };
  if (form === "number") return typeof number === "number" ? { form, value: number } : null;
  if (form === "single") return one === "" ? null : { form, choice: one };
  return one === "yes" || one === "no" ? { form, value: one } : null;
};

interface FieldsProps {
  readonly question: ShownQuestion;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

const Fields = ({ question, draft, change }: FieldsProps) => {
  if (question.form === "number")
    return (
      <NumberInput
        size="md"
        label={words.number(question.unit)}
        value={draft.number}
        onChange={(number) => change({ number })}
      />
    );
  if (question.form === "multiple")
    return (
      <Checkbox.Group
        label={words.chooseAny}
        value={[...draft.any]}
        onChange={(any: string[]) => change({ any })}
      >
        <Stack gap="sm" mt="sm">
          {question.choices.map((choice) => (
            <Checkbox key={choice} size="md" value={choice} label={choice} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  const options =
    question.form === "yesNo"
      ? [
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ]
      : question.choices.map((choice) => ({ value: choice, label: choice }));
  return (
    <Radio.Group label={words.chooseOne} value={draft.one} onChange={(one: string) => change({ one })}>
      <Stack gap="sm" mt="sm">
        {options.map(({ value, label }) => (
          <Radio key={value} size="md" value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
};

interface KnockOutStepProps {
  readonly question: ShownQuestion;
  readonly number: number;
  readonly of: number;
  readonly busy: boolean;
  readonly onAnswer: (answer: GivenAnswer) => void;
}

/** One question with its answers; nothing says which of them matter. */
export const KnockOutStep = ({ question, number, of, busy, onAnswer }: KnockOutStepProps) => {
  const [draft, setDraft] = useState<Draft>({ one: "", any: [], number: "" });
  const answer = answerOf(question, draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer !== null && !busy) onAnswer(answer);
  };
  return (
    <form onSubmit={submit} style={{ display: "contents" }}>
      <p className={classes.quiet}>{words.questionOf(number, of)}</p>
      <h1>{question.prompt}</h1>
      <Fields question={question} draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
      <div className={classes.buttons}>
        <Button size="md" type="submit" disabled={answer === null || busy}>
          {words.next}
        </Button>
      </div>
    </form>
  );
};
