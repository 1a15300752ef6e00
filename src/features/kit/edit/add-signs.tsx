import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { SignOwner, SignSide } from "../../../domain/kit/edit/kit-edit";
import { textToLines } from "../../../domain/kit/edit/lines";
import classes from "./edit.module.css";
import { useEditing } from "./editing";

interface AddSignsProps {
  readonly owner: SignOwner;
  readonly side: SignSide;
  readonly label: string;
}

/** A field for new indicators, one a line: they are added with Enter, or when the field is left. */
export const AddSigns = ({ owner, side, label }: AddSignsProps) => {
  const editing = useEditing();
  const [typed, setTyped] = useState("");
  if (editing === null) return null;
  const add = () => {
    const group = `signs ${editing.newSalt()}`;
    for (const text of textToLines(typed))
      editing.change({ type: "addSign", owner, side, text, salt: editing.newSalt() }, group);
    setTyped("");
  };
  return (
    <Textarea
      aria-label={label}
      placeholder={label}
      variant="unstyled"
      rows={1}
      classNames={{ root: classes.field, input: classes.input }}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Enter also ends a word that is composed from several keys.
        if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        add();
      }}
      onBlur={add}
    />
  );
};
