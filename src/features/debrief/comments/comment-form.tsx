import { Button, Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import type { Failure } from "../../../bindings/services";
import type { Result } from "../../../domain/result";
import { longestComment } from "../../../domain/sealing/comment-entries";
import { ErrorCard } from "../../../ui/error-card";
import classes from "./comments.module.css";
import { formKey } from "./form-key";
import { commentTrouble, roomLeft } from "./words";

interface CommentFormProps {
  /** "Comment on Ben Sato’s note 2", "Answer in this thread". */
  readonly label: string;
  readonly onSign: (text: string) => Promise<Result<void, Failure>>;
  readonly onDone: () => void;
}

/** A remark while it is written. It is signed on this laptop at once, also while no other is reached. */
export const CommentForm = ({ label, onSign, onDone }: CommentFormProps) => {
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const sign = async () => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    const signed = await onSign(text.trim());
    setBusy(false);
    if (signed.ok) onDone();
    else setFailure(signed.error);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, nativeEvent } = event;
    const withCommand = ctrlKey || metaKey;
    const meaning = formKey({ key, withCommand, composing: nativeEvent.isComposing }, text);
    if (meaning === null) return;
    if (meaning === "leave") onDone();
    if (meaning === "sign") void sign();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.form}>
      <Textarea
        label={label}
        description={roomLeft(text)}
        autosize
        autoFocus
        minRows={2}
        maxRows={8}
        maxLength={longestComment}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {failure === null ? null : <ErrorCard trouble={commentTrouble(failure)} />}
      <div className={classes.buttons}>
        <Button size="xs" loading={busy} disabled={text.trim() === ""} onClick={() => void sign()}>
          Sign the comment
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </div>
  );
};
