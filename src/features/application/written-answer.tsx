import { Button, Textarea } from "@mantine/core";
import classes from "./application.module.css";
import { words } from "./words";

interface WrittenAnswerProps {
  readonly busy: boolean;
  /** Held by who shows this: somebody who tries the camera in between finds their text again. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSubmit: (text: string) => void;
  readonly onRecord: () => void;
}

/** An answer in writing, in the place of a recording. */
export const WrittenAnswer = ({ busy, text, onText, onSubmit, onRecord }: WrittenAnswerProps) => (
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
      onChange={(event) => onText(event.currentTarget.value)}
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
