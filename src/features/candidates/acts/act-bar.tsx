import { Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useActingName } from "../../../bindings/acting-name";
import type { Application, ArchiveCause } from "../../../domain/candidates/application";
import { archiveCauses } from "../../../domain/candidates/application";
import { knockOutWaits, standingOf } from "../../../domain/candidates/standing";
import { ErrorCard } from "../../../ui/error-card";
import { applicationTrouble, causeWords } from "../application-words";
import classes from "./acts.module.css";
import { type ActChoice, type ActForm, actOf, choicesIn, needsReason } from "./choices";
import { useAct } from "./use-act";
import { actWords as words } from "./words";

interface ActBarProps {
  readonly application: Application;
  /** After an act came about. */
  readonly onDone?: (choice: ActChoice) => void;
}

const causes = archiveCauses.filter((cause) => cause !== "knockOut");

interface FormProps {
  readonly choice: ActChoice;
  readonly reasonNeeded: boolean;
  readonly busy: boolean;
  readonly onAct: (form: ActForm) => void;
  readonly onCancel: () => void;
}

const Form = ({ choice, reasonNeeded, busy, onAct, onCancel }: FormProps) => {
  const [by, setBy] = useActingName();
  const [reason, setReason] = useState("");
  const [cause, setCause] = useState<ArchiveCause>("criteriaNotMet");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAct({ by, reason, cause });
  };
  return (
    <form className={classes.form} aria-label={words.titles[choice]} onSubmit={submit} noValidate>
      <h3>{words.titles[choice]}</h3>
      <Group gap="md" align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          label={words.yourName}
          required
          maxLength={200}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        {choice === "archive" ? (
          <Select
            label={words.cause}
            allowDeselect={false}
            data={causes.map((value) => ({ value, label: causeWords[value] }))}
            value={cause}
            onChange={(value) => setCause(causes.find((one) => one === value) ?? "other")}
          />
        ) : null}
      </Group>
      <Textarea
        label={reasonNeeded ? words.reason : words.reasonOptional}
        required={reasonNeeded}
        autoFocus
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit" loading={busy}>
          {words.choices[choice]}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
};

/** What may be done with an application now; each asks for a name and, mostly, a reason. */
export const ActBar = ({ application, onDone }: ActBarProps) => {
  const standing = standingOf(application);
  const { state } = standing;
  const [choice, setChoice] = useState<ActChoice | null>(null);
  const { busy, failure, act } = useAct();
  const choices = choicesIn(state, knockOutWaits(standing));
  const open = choice !== null && choices.includes(choice) ? choice : null;
  const done = async (made: ActChoice, form: ActForm) => {
    if (!(await act(application.id, actOf(made, form)))) return;
    setChoice(null);
    onDone?.(made);
  };
  return (
    <>
      {failure === null || open === null ? null : (
        <ErrorCard trouble={applicationTrouble(failure, words.failed[open])} />
      )}
      {open === null ? (
        <Group gap="sm" role="group" aria-label={words.acts}>
          {choices.map((one, index) => (
            <Button key={one} variant={index === 0 ? "filled" : "default"} onClick={() => setChoice(one)}>
              {words.choices[one]}
            </Button>
          ))}
        </Group>
      ) : (
        <Form
          key={open}
          choice={open}
          reasonNeeded={needsReason(open, state)}
          busy={busy}
          onAct={(form) => void done(open, form)}
          onCancel={() => setChoice(null)}
        />
      )}
    </>
  );
};
