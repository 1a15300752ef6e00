import { Button, TextInput } from "@mantine/core";
import { type RefObject, useState } from "react";
import type { RolePlay } from "../../../domain/card/card";
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

const AddBreach = ({ field, onRecord }: Pick<BreachesProps, "field" | "onRecord">) => {
  const [text, setText] = useState("");
  const record = () => {
    onRecord(text);
    setText("");
  };
  return (
    <form
      className={classes.addBreach}
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
        onChange={(event) => setText(event.currentTarget.value)}
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
