import { Button, TextInput } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useState } from "react";
import type { RolePlay } from "../../../domain/card/card";
import { typedText } from "../../../domain/card/typed-text";
import { GroupLabel } from "../../../ui/section";
import { clockText } from "../clock";
import classes from "./role-player.module.css";
import { words } from "./words";

interface BreachesProps {
  readonly rolePlay: RolePlay;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onRecord: (text: string) => void;
  readonly onDrop: (index: number) => void;
}

/**
 * Ctrl Z belongs to the field and not to the sheet behind it, and Ctrl Enter records what stands in the field: sealing
 * would leave it out.
 */
export const keysOfField = (
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "stopPropagation" | "preventDefault">,
  record: () => void,
): void => {
  if (!event.ctrlKey && !event.metaKey) return;
  const isEnter = event.key === "Enter";
  if (!isEnter && event.key.toLowerCase() !== "z") return;
  event.stopPropagation();
  if (!isEnter) return;
  event.preventDefault();
  record();
};

const AddBreach = ({ field, onRecord }: Pick<BreachesProps, "field" | "onRecord">) => {
  const [text, setText] = useState("");
  const record = () => {
    if (text.trim() === "") return;
    onRecord(text);
    setText("");
  };
  return (
    <form
      className={classes.addBreach}
      onKeyDown={(event) => keysOfField(event, record)}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <TextInput
        ref={field}
        label="I did what I should not have"
        placeholder="Named the plan myself when the silence got long"
        value={text}
        onChange={(event) => setText(typedText(event.currentTarget.value))}
      />
      <Button type="submit" variant="default" disabled={text.trim() === ""}>
        Record
      </Button>
    </form>
  );
};

/** What went against the do-not list, by the role player's own word. It stands in the record. */
export const Breaches = ({ rolePlay, field, onRecord, onDrop }: BreachesProps) => (
  <div>
    <GroupLabel as="h2">Breaches</GroupLabel>
    {rolePlay.breaches.length === 0 ? <p className={classes.soft}>{words.noBreach}</p> : null}
    <ul className={classes.lines}>
      {rolePlay.breaches.map(({ atMs, text }, index) => (
        <li key={`${atMs} ${text}`}>
          {atMs === null ? "" : `${clockText(atMs)}  `}
          {text}{" "}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Take out: ${text}`}
            onClick={() => onDrop(index)}
          >
            Take out
          </Button>
        </li>
      ))}
    </ul>
    <AddBreach field={field} onRecord={onRecord} />
  </div>
);
