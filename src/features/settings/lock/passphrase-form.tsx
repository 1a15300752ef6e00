import { Button, Group, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { shortestPassphrase } from "../../../bindings/lock";
import classes from "../settings.module.css";
import { words } from "./words";

interface PassphraseFormProps {
  /** There is one that has to be typed first. */
  readonly asksBefore: boolean;
  readonly onSet: (passphrase: string, before: string | null) => Promise<boolean>;
  readonly onClose: () => void;
}

const nothing = { before: "", passphrase: "", again: "" };

/** Sets a passphrase, or another in its place. */
export const PassphraseForm = ({ asksBefore, onSet, onClose }: PassphraseFormProps) => {
  const [draft, setDraft] = useState(nothing);
  const [differs, setDiffers] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = (name: keyof typeof draft, label: string, note?: string, error?: string) => (
    <PasswordInput
      label={label}
      description={note}
      error={error}
      autoComplete="off"
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDiffers(draft.passphrase !== draft.again);
    if (draft.passphrase !== draft.again) return;
    setBusy(true);
    const isSet = await onSet(draft.passphrase, asksBefore ? draft.before : null);
    setBusy(false);
    if (isSet) onClose();
  };
  const isShort = draft.passphrase.length < shortestPassphrase || (asksBefore && draft.before === "");
  return (
    <form className={classes.stack} onSubmit={(event) => void submit(event)}>
      {asksBefore ? field("before", words.before) : null}
      {field("passphrase", words.passphrase, words.passphraseHint)}
      {field("again", words.again, undefined, differs ? words.differ : undefined)}
      <Group gap="sm">
        <Button type="submit" loading={busy} disabled={isShort}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose} disabled={busy}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
};

interface RemoveFormProps {
  readonly onRemove: (passphrase: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Takes the passphrase away from whoever knows it. */
export const RemoveForm = ({ onRemove, onClose }: RemoveFormProps) => {
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const isGone = await onRemove(typed);
    setBusy(false);
    if (isGone) onClose();
  };
  return (
    <form className={classes.stack} onSubmit={(event) => void submit(event)}>
      <PasswordInput
        label={words.removeQuestion}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit" variant="default" loading={busy} disabled={typed === ""}>
          {words.remove}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
};
