import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useActingName } from "../../../bindings/acting-name";
import type { ApplicationFailure } from "../../../bindings/applications";
import { useServices } from "../../../bindings/services";
import { removeRecording } from "../../../domain/candidates/acts";
import type { Application } from "../../../domain/candidates/application";
import type { Hash } from "../../../domain/ids";
import { ErrorCard } from "../../../ui/error-card";
import { Notice } from "../../../ui/notice";
import { applicationTrouble } from "../application-words";
import classes from "../candidates.module.css";
import { deleteWords } from "./words";

const words = deleteWords.recording;

interface DeleteRecordingProps {
  readonly application: Application;
  readonly hash: Hash;
}

const Form = ({ application, hash, onClose }: DeleteRecordingProps & { readonly onClose: () => void }) => {
  const { applications } = useServices();
  const [by, setBy] = useActingName();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApplicationFailure | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const removed = await applications.removeRecording(application.id, hash, (stored, at) =>
      removeRecording(stored, { at, by }, hash, reason),
    );
    setBusy(false);
    setFailure(removed.ok ? null : removed.error);
    if (removed.ok) onClose();
  };
  return (
    <form
      className={classes.application}
      aria-label={words.title}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      {failure === null ? null : <ErrorCard trouble={applicationTrouble(failure, words.failed)} />}
      <Notice tone="attention">{words.text}</Notice>
      <TextInput
        label={words.yourName}
        required
        maxLength={200}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <TextInput
        label={words.reason}
        required
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit" color="red" loading={busy}>
          {deleteWords.act}
        </Button>
        <Button variant="default" onClick={onClose}>
          {deleteWords.cancel}
        </Button>
      </Group>
    </form>
  );
};

/** Under a recording: it goes from the disk, with a reason. */
export const DeleteRecording = (props: DeleteRecordingProps) => {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Form {...props} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
    </div>
  );
};
