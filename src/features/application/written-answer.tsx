import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import classes from "./application.module.css";
import { words } from "./words";

interface WrittenAnswerProps {
  readonly busy: boolean;
  readonly onSubmit: (text: string) => void;
  readonly onRecord: () => void;
}

/** An answer in writing, in the place of a recording. */
export const WrittenAnswer = ({ busy, onSubmit, onRecord }: WrittenAnswerProps) => {
  const [text, setText] = useState("");
  return (
    <>
      <Textarea
        size="md"
        label={words.textLabel}
        autosize
        minRows={6}
        maxRows={14}
        maxLength={20_000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="md" disabled={busy || text.trim() === ""} onClick={() => onSubmit(text)}>
          {words.submitText}
        </Button>
        <Button size="md" variant="default" disabled={busy} onClick={onRecord}>
          {words.recordInstead}
        </Button>
      </div>
    </>
  );
};
