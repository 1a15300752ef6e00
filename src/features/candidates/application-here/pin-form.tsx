import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useServices } from "../../../bindings/services";
import { pinTrouble, words } from "./words";

interface PinFormProps {
  /** A PIN is set: it is asked for before another takes its place. */
  readonly isSet: boolean;
  readonly onSet: () => void;
  readonly onCancel: () => void;
}

const digits = (text: string): string => text.replace(/\D/g, "").slice(0, 12);

/** Sets or changes the staff PIN. */
export const PinForm = ({ isSet, onSet, onCancel }: PinFormProps) => {
  const { desk } = useServices();
  const [draft, setDraft] = useState({ before: "", pin: "", again: "" });
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    setBusy(true);
    const set = await desk.setPin(draft.pin, isSet ? draft.before : null);
    setBusy(false);
    if (set.ok) onSet();
    else setWrong(pinTrouble(set.error));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.pin !== draft.again) setWrong(words.differ);
    else void save();
  };
  const field = (label: string, name: keyof typeof draft, error: string | null) => (
    <PasswordInput
      label={label}
      description={name === "pin" ? words.pinHint : undefined}
      inputMode="numeric"
      autoComplete="off"
      value={draft[name]}
      error={error}
      onChange={(event) => change({ [name]: digits(event.currentTarget.value) })}
    />
  );
  const short = draft.pin.length < 4 || (isSet && draft.before.length < 4);
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{words.pinText}</p>
        {isSet ? field(words.before, "before", null) : null}
        {field(isSet ? words.newPin : words.pin, "pin", null)}
        {field(words.again, "again", wrong)}
        <Group gap="sm">
          <Button type="submit" loading={busy} disabled={short}>
            {words.setPin}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
