import { Textarea } from "@mantine/core";
import type { KeyboardEvent } from "react";
import type { Failure } from "../../../bindings/services";
import type { Result } from "../../../domain/result";
import { longestComment } from "../../../domain/sealing/comment-entries";
import { SignButtons } from "../signing/sign-buttons";
import forms from "../signing/signing.module.css";
import { useSigning } from "../signing/use-signing";
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
  const signing = useSigning(onSign, onDone);
  const { text, setText, sign } = signing;
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, nativeEvent } = event;
    const withCommand = ctrlKey || metaKey;
    const meaning = formKey({ key, withCommand, composing: nativeEvent.isComposing }, text);
    if (meaning === null) return;
    if (meaning === "leave") onDone();
    if (meaning === "sign") sign();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={forms.form}>
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
      <SignButtons signing={signing} label="Sign the comment" trouble={commentTrouble} onLeave={onDone} />
    </div>
  );
};
