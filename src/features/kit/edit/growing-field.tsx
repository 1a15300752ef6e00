import { Textarea } from "@mantine/core";
import { useState } from "react";
import classes from "./edit.module.css";
import { words } from "./words";

interface GrowingFieldProps {
  /** What the field is called for those who do not see where it stands: "Question". */
  readonly label: string;
  /** Shown in an empty field; the label where it is left out. */
  readonly placeholder?: string | undefined;
  /** What the kit has. */
  readonly value: string;
  /** Takes what was typed and answers what the kit has of it then. */
  readonly onType: (text: string) => string;
  /** An empty text is refused, and that is said. */
  readonly required?: boolean;
}

interface Typed {
  /** As it was typed, with blanks and breaks that the kit does not keep. */
  readonly text: string;
  /** What the kit has of it. */
  readonly made: string;
}

/** One text in a field that grows with it. */
export const GrowingField = ({ label, placeholder, value, onType, required = true }: GrowingFieldProps) => {
  const [typed, setTyped] = useState<Typed | null>(null);
  // What was typed stands until the kit says something else by itself: after an undo, or from another window.
  const shown = typed !== null && typed.made === value ? typed.text : value;
  const isRefused = required && shown.trim() === "" && value.trim() !== "";
  return (
    <Textarea
      aria-label={label}
      placeholder={placeholder ?? label}
      variant="unstyled"
      rows={1}
      classNames={{ root: classes.field, input: classes.input }}
      value={shown}
      error={isRefused ? words.cannotBeEmpty : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped({ text, made: onType(text) });
      }}
      onBlur={() => setTyped(null)}
    />
  );
};
