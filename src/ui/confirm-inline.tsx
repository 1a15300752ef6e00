import { Button, Group } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";

interface ConfirmInlineProps {
  /** The button that starts it: "Remove the kit". */
  readonly action: string;
  /** The question in its place: "Remove it from this laptop?" */
  readonly question: string;
  /** The button that does it, saying what happens: "Remove". */
  readonly confirm: string;
  /** The way out. */
  readonly cancel?: string;
  readonly onConfirm: () => void;
  readonly disabled?: boolean | undefined;
}

/** A button that asks once, in its own place, before it acts. */
export const ConfirmInline = (props: ConfirmInlineProps) => {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="default" disabled={props.disabled === true} onClick={() => setAsking(true)}>
        {props.action}
      </Button>
    );
  }
  const act = () => {
    setAsking(false);
    props.onConfirm();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // Escape answers the question; it does not also leave the screen.
    event.preventDefault();
    setAsking(false);
  };
  return (
    <Group gap="sm" role="group" aria-label={props.question} onKeyDown={onKeyDown}>
      <span>{props.question}</span>
      <Button onClick={act}>{props.confirm}</Button>
      <Button variant="default" autoFocus onClick={() => setAsking(false)}>
        {props.cancel ?? "Keep"}
      </Button>
    </Group>
  );
};
