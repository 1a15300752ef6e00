import { Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useActingName } from "../../../bindings/acting-name";
import type { Application } from "../../../domain/candidates/application";
import { excuseVideoReviewer } from "../../../domain/candidates/video/video-acts";
import { ErrorCard } from "../../../ui/error-card";
import { Notice } from "../../../ui/notice";
import { useAct } from "../acts/use-act";
import { applicationTrouble } from "../application-words";
import classes from "./video.module.css";
import { videoWords } from "./words";

const words = videoWords.excuse;

interface ExcuseFormProps {
  readonly application: Application;
  /** Who is still waited for. */
  readonly missing: readonly string[];
}

const Form = ({ application, missing, onClose }: ExcuseFormProps & { readonly onClose: () => void }) => {
  const [by, setBy] = useActingName();
  const [who, setWho] = useState(missing[0] ?? "");
  const [reason, setReason] = useState("");
  const { busy, failure, act } = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(application.id, (stored, at) =>
      excuseVideoReviewer(stored, { at, by }, who, reason),
    );
    if (done) onClose();
  };
  return (
    <form
      className={classes.begin}
      aria-label={words.open}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      {failure === null ? null : <ErrorCard trouble={applicationTrouble(failure, words.failed)} />}
      <Notice tone="attention">{words.warning}</Notice>
      <Select
        label={words.who}
        data={[...missing]}
        allowDeselect={false}
        value={who}
        onChange={(value) => setWho(value ?? "")}
      />
      <TextInput
        label={words.yourName}
        required
        maxLength={200}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <Textarea
        label={words.reason}
        required
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit" loading={busy}>
          {words.act}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
};

/** The way out where a named reviewer does not come to it. */
export const ExcuseForm = (props: ExcuseFormProps) => {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Form {...props} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
    </div>
  );
};
