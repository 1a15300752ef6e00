import { Button, Group, Select } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../../bindings/paths";
import { type Failure, useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import { samePerson } from "../../../domain/candidate/one-person";
import { type DeletionCause, deletionCauses } from "../../../domain/candidates/departed";
import type { CandidateId } from "../../../domain/ids";
import { ErrorCard } from "../../../ui/error-card";
import { Notice } from "../../../ui/notice";
import { Section } from "../../../ui/section";
import classes from "../candidates.module.css";
import { deleteTrouble, deleteWords as words } from "./words";

const choices = deletionCauses.map((value) => ({ value, label: words.causes[value] }));

const Form = ({ ids, onClose }: { readonly ids: readonly CandidateId[]; readonly onClose: () => void }) => {
  const { candidates } = useServices();
  const navigate = useNavigate();
  const [why, setWhy] = useState<DeletionCause | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (why === null) return;
    setBusy(true);
    const removed = await candidates.remove(ids, why);
    setBusy(false);
    if (removed.ok) void navigate(paths.candidates);
    else setFailure(removed.error);
  };
  return (
    <Section id="delete-person" title={words.title}>
      <form className={classes.application} onSubmit={(event) => void submit(event)} noValidate>
        {failure === null ? null : <ErrorCard trouble={deleteTrouble(failure)} />}
        <Notice tone="attention">{words.goes}</Notice>
        {ids.length < 2 ? null : <Notice tone="attention">{words.together(ids.length)}</Notice>}
        <Notice>{words.stays}</Notice>
        <Select
          label={words.why}
          required
          data={choices}
          value={why}
          onChange={(value) => setWhy(deletionCauses.find((one) => one === value) ?? null)}
        />
        <Group gap="sm">
          <Button type="submit" color="red" loading={busy} disabled={why === null}>
            {words.act}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </form>
    </Section>
  );
};

/** The last thing on a person's page: everything about them goes from this laptop. */
export const DeletePerson = ({ candidateId }: { readonly candidateId: CandidateId }) => {
  const [isOpen, setOpen] = useState(false);
  const list = useLive(useServices().candidates.list);
  if (isOpen && list.state === "ready")
    return <Form ids={samePerson(list.value, candidateId)} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} stroke={1.8} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {words.open}
      </Button>
    </div>
  );
};
