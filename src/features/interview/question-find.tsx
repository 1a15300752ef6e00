import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import { KeyHint } from "../../ui/keys/key-hint";
import { useKeys } from "../../ui/keys/keys";
import classes from "./question-strip.module.css";

interface QuestionFindProps {
  readonly wanted: string;
  readonly onWanted: (wanted: string) => void;
  /** Puts the first that was found in front. */
  readonly onTake: () => void;
  readonly found: number;
}

/** Finds one of many questions by its number or by words of it. */
export const QuestionFind = ({ wanted, onWanted, onTake, found }: QuestionFindProps) => {
  const field = useRef<HTMLInputElement>(null);
  useKeys({
    title: "Questions of this slot",
    scope: "screen",
    bindings: [{ keys: "/", does: "Find a question", run: () => field.current?.focus() }],
  });
  const leave = () => {
    onWanted("");
    field.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    if (event.key === "Enter" && found === 0) return;
    if (event.key === "Enter") onTake();
    leave();
  };
  return (
    <div className={classes.find}>
      <TextInput
        ref={field}
        size="xs"
        aria-label="Find a question"
        placeholder="Number or words"
        value={wanted}
        rightSection={<KeyHint keys="/" />}
        onChange={(event) => onWanted(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p role="status">
        {wanted.trim() === ""
          ? ""
          : found === 0
            ? "None has these words."
            : `${found} found. Enter: the first.`}
      </p>
    </div>
  );
};
