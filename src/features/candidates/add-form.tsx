import { Button, Group, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type Failure, type KitSummary, useServices } from "../../bindings/services";
import { type CandidateId, kitIdSchema } from "../../domain/ids";
import { ErrorCard } from "../../ui/error-card";
import classes from "./candidates.module.css";
import { addTrouble, words } from "./words";

interface AddFormProps {
  readonly kits: readonly KitSummary[];
  readonly onAdded: (id: CandidateId) => void;
  readonly onCancel: () => void;
}

interface Draft {
  readonly name: string;
  readonly contact: string;
  readonly kitId: string | null;
}

const parsedKitId = (kitId: string | null) => (kitId === null ? null : kitIdSchema.parse(kitId));

const useAdding = (onAdded: (id: CandidateId) => void) => {
  const { candidates, applications } = useServices();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const add = async (draft: Draft) => {
    setSaving(true);
    const kitId = parsedKitId(draft.kitId);
    const added = await candidates.add({ name: draft.name.trim(), contact: draft.contact.trim(), kitId });
    // What is not begun now is offered on the person's page.
    if (added.ok && kitId !== null) await applications.begin(added.value, kitId, "hand", null);
    setSaving(false);
    if (added.ok) onAdded(added.value);
    else setFailure(added.error);
  };
  return { saving, failure, add };
};

/** The form for a new candidate. What was typed stays until it is saved. */
export const AddForm = ({ kits, onAdded, onCancel }: AddFormProps) => {
  const only = kits.length === 1 ? kits[0] : undefined;
  const [draft, setDraft] = useState<Draft>({ name: "", contact: "", kitId: only?.id ?? null });
  const [tried, setTried] = useState(false);
  const { saving, failure, add } = useAdding(onAdded);
  const nameless = draft.name.trim() === "";
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameless) void add(draft);
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={words.addTitle} noValidate>
      <h2>{words.addTitle}</h2>
      <div className={classes.fields}>
        <TextInput
          label={words.name}
          required
          autoFocus
          maxLength={200}
          value={draft.name}
          error={tried && nameless ? words.nameMissing : undefined}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={words.role}
          placeholder={words.rolePlaceholder}
          description={kits.length === 0 ? words.noKits : undefined}
          disabled={kits.length === 0}
          clearable
          data={kits.map((kit) => ({ value: kit.id, label: kit.title }))}
          value={draft.kitId}
          onChange={(kitId) => change({ kitId })}
        />
        <TextInput
          label={words.contact}
          description={words.contactHint}
          maxLength={500}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={draft.contact}
          onChange={(event) => change({ contact: event.currentTarget.value })}
        />
      </div>
      {failure === null ? null : <ErrorCard trouble={addTrouble(failure)} />}
      <Group gap="sm">
        <Button type="submit" loading={saving}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
};
