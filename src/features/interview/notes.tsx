import { Textarea } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useState } from "react";
import type { Note } from "../../domain/card/card";
import { clockText } from "./clock";
import classes from "./notes.module.css";

interface NotesProps {
  /** Names the question for those who do not see it. */
  readonly label: string;
  readonly notes: readonly Note[];
  /** Milliseconds on the slot's clock. */
  readonly elapsedMs: number;
  readonly onAdd: (note: Note) => void;
  readonly onChange: (index: number, note: Note) => void;
  readonly list: RefObject<HTMLOListElement | null>;
  readonly disabled: boolean;
}

const isQuoteKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "q";

const isNextKey = (event: KeyboardEvent): boolean =>
  event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing;

/** Puts the cursor into a line of the list; the line below the last note is the new one. */
const focusLine = (list: HTMLOListElement | null, index: number): void => {
  list?.querySelectorAll("textarea")[index]?.focus();
};

/** Puts the cursor into the new line. */
export const focusNewNote = (list: HTMLOListElement | null): void => {
  focusLine(list, (list?.querySelectorAll("textarea").length ?? 0) - 1);
};

interface LineProps {
  readonly time: string;
  readonly quote: boolean;
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
  readonly onQuote: () => void;
  readonly onNext: () => void;
}

const Line = (props: LineProps) => {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") event.currentTarget.blur();
    if (!isQuoteKey(event) && !isNextKey(event)) return;
    event.preventDefault();
    if (isQuoteKey(event)) props.onQuote();
    else props.onNext();
  };
  return (
    <li className={classes.line} data-quote={props.quote || undefined}>
      <span className={classes.time}>{props.time}</span>
      <Textarea
        autosize
        minRows={1}
        variant="unstyled"
        aria-label={props.quote ? `${props.label}, a quote` : props.label}
        placeholder={props.placeholder}
        value={props.text}
        disabled={props.disabled}
        onChange={(event) => props.onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        classNames={{ input: classes.input ?? "" }}
      />
    </li>
  );
};

/**
 * Evidence line by line, each with the time it was begun. The empty line at the end becomes a note with its first
 * character, so that nothing typed is ever only on the screen. Enter goes on to the next line, Ctrl Q marks a line as
 * the candidate's own words, an emptied line goes away. Whatever is pasted is kept as it is.
 */
export const Notes = ({ label, notes, elapsedMs, onAdd, onChange, list, disabled }: NotesProps) => {
  const [quoteNext, setQuoteNext] = useState(false);
  const add = (text: string) => {
    onAdd({ atMs: Math.round(elapsedMs), quote: quoteNext, text });
    setQuoteNext(false);
  };
  const lines = [...notes, null];
  return (
    <ol className={classes.notes} ref={list}>
      {lines.map((note, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a note is its place in the list; the new line keeps the focus when it becomes one
          key={index}
          time={clockText(note === null ? elapsedMs : (note.atMs ?? 0))}
          quote={note?.quote ?? quoteNext}
          text={note?.text ?? ""}
          label={note === null ? `${label}, new note` : `${label}, note ${index + 1}`}
          placeholder={note === null ? "What you hear and see. Enter: next line. Ctrl Q: a quote." : ""}
          disabled={disabled}
          onText={(text) => (note === null ? add(text) : onChange(index, { ...note, text }))}
          onQuote={() =>
            note === null ? setQuoteNext(!quoteNext) : onChange(index, { ...note, quote: !note.quote })
          }
          onNext={() => focusLine(list.current, index + 1)}
        />
      ))}
    </ol>
  );
};
