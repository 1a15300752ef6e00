import { Button, Group, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useActingName } from "../../../bindings/acting-name";
import classes from "./same-person.module.css";
import { samePersonWords as words } from "./words";

interface ReasonFormProps {
  readonly label: string;
  readonly action: string;
  readonly onSay: (by: string, reason: string) => void;
  readonly onCancel: () => void;
}

/** Who says it, and how they know. */
export const ReasonForm = ({ label, action, onSay, onCancel }: ReasonFormProps) => {
  const [by, setBy] = useActingName();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSay(by, reason);
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={words.yourName}
        required
        maxLength={200}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <Textarea
        label={label}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit">{action}</Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
};
