import { Button } from "@mantine/core";
import { Notice } from "../../ui/notice";
import classes from "./settings.module.css";
import { words } from "./words";

interface ShownWordsProps {
  readonly label: string;
  readonly text: string;
  readonly onWritten: () => void;
}

/** Twelve words, once, with their numbers. */
export const ShownWords = ({ label, text, onWritten }: ShownWordsProps) => (
  <div className={classes.stack}>
    <Notice tone="attention">{words.shownOnce}</Notice>
    <ol className={classes.words} aria-label={label}>
      {text.split(" ").map((word, index) => (
        // A word may come twice; its number is what it is.
        // biome-ignore lint/suspicious/noArrayIndexKey: the order never changes
        <li key={index}>{word}</li>
      ))}
    </ol>
    <Button onClick={onWritten}>{words.written}</Button>
  </div>
);
