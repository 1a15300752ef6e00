import { Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { TextSpot } from "../../../domain/kit/edit/kit-edit";
import { textAt } from "../../../domain/kit/edit/set-text";
import type { Kit } from "../../../domain/kit/kit";
import classes from "./edit.module.css";
import { type Editing, useEditing } from "./editing";
import { words } from "./words";

interface EditableTextProps {
  readonly kit: Kit;
  readonly spot: TextSpot;
  /** What the field is called for those who do not see where it stands: "Question". */
  readonly label: string;
  /** Shown in an empty field; the label where it is left out. */
  readonly placeholder?: string;
  /** How it reads while the kit is only read. */
  readonly children?: ReactNode;
}

interface Typed {
  /** As it was typed, with blanks and breaks that the kit does not keep. */
  readonly text: string;
  /** What the kit has of it. */
  readonly made: string;
}

const Field = ({
  kit,
  spot,
  label,
  placeholder,
  editing,
}: EditableTextProps & { readonly editing: Editing }) => {
  const [typed, setTyped] = useState<Typed | null>(null);
  const value = textAt(kit, spot) ?? "";
  // What was typed stands until the kit says something else by itself: after an undo, or from another window.
  const shown = typed !== null && typed.made === value ? typed.text : value;
  const isRefused = shown.trim() === "" && value.trim() !== "";
  const type = (text: string) => {
    const made = textAt(editing.change({ type: "setText", spot, text }, JSON.stringify(spot)), spot) ?? "";
    setTyped({ text, made });
  };
  return (
    <Textarea
      aria-label={label}
      placeholder={placeholder ?? label}
      variant="unstyled"
      rows={1}
      classNames={{ root: classes.field, input: classes.input }}
      value={shown}
      error={isRefused ? words.cannotBeEmpty : undefined}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
    />
  );
};

/** One text of the kit: read as its children, edited in its place. */
export const EditableText = (props: EditableTextProps) => {
  const editing = useEditing();
  return editing === null ? props.children : <Field {...props} editing={editing} />;
};
