import { type RefObject, useImperativeHandle, useRef, useState } from "react";
import type { Card, Note } from "../../domain/card/card";
import { clockText } from "./clock";
import { NoteLine } from "./note-line";
import classes from "./notes.module.css";
import { RunningTime } from "./slot-clock";
import { useNoteLines } from "./use-note-lines";
import type { Typing } from "./use-typing";

/** What the screen's keys do with the notes. */
export interface NotesHandle {
  /** Puts the cursor into the new line; with `quote`, the line is the candidate's own words. */
  readonly write: (quote: boolean) => void;
}

interface NotesProps {
  /** Names the question for those who do not see it. */
  readonly label: string;
  readonly notes: readonly Note[];
  readonly card: Pick<Card, "entered" | "startedAt" | "clock">;
  /** The time a note gets that is begun now; null where no clock runs. */
  readonly now: () => number | null;
  readonly onAdd: (note: Note) => void;
  /** A note whose text is empty goes away. */
  readonly onChange: (index: number, note: Note) => void;
  readonly onLeave: () => void;
  readonly typed: Typing["typed"];
  /** Somebody pasted more than a card can hold. */
  readonly onTooMuch: () => void;
  readonly handle: RefObject<NotesHandle | null>;
}

const newQuote = "The candidate’s own words. Ctrl Q: not a quote.";
const newNote = "What you hear and see. Enter: next line. Ctrl Q: a quote. Esc: leave.";

/** The empty line at the end, which becomes a note with its first character. */
const useNewLine = ({ now, onAdd }: Pick<NotesProps, "now" | "onAdd">) => {
  const [quote, setQuote] = useState(false);
  const add = (text: string) => {
    if (text === "") return;
    onAdd({ atMs: now(), quote, text });
    setQuote(false);
  };
  return { quote, setQuote, add };
};

/** Evidence line by line, so that nothing typed is ever only on the screen. Whatever is pasted is kept as it is. */
export const Notes = ({
  label,
  notes,
  card,
  now,
  onAdd,
  onChange,
  onLeave,
  onTooMuch,
  typed,
  handle,
}: NotesProps) => {
  const list = useRef<HTMLOListElement>(null);
  const { ids, emptied, type, leave } = useNoteLines(notes, onChange);
  const next = useNewLine({ now, onAdd });
  const focusLine = (index: number) => list.current?.querySelectorAll("textarea")[index]?.focus();
  useImperativeHandle(handle, () => ({
    write: (quote) => {
      next.setQuote(quote);
      focusLine(notes.length);
    },
  }));
  const known = notes.map((note, index) => ({
    time: note.atMs === null ? "" : clockText(note.atMs),
    quote: note.quote,
    text: emptied === index ? "" : note.text,
    label: `${label}, note ${index + 1}`,
    placeholder: undefined,
    onText: (text: string) => type(index, text),
    onQuote: () => onChange(index, { ...note, quote: !note.quote }),
  }));
  const fresh = {
    time: <RunningTime card={card} />,
    quote: next.quote,
    text: "",
    label: `${label}, new note`,
    placeholder: next.quote ? newQuote : newNote,
    onText: next.add,
    onQuote: () => next.setQuote(!next.quote),
  };
  return (
    <div className={classes.room}>
      <ol className={classes.notes} ref={list} aria-label="Notes">
        {[...known, fresh].map((line, index) => (
          <NoteLine
            key={ids[index]}
            {...line}
            typed={typed}
            onNext={() => focusLine(index + 1)}
            onLeave={onLeave}
            onTooMuch={onTooMuch}
            onBlur={leave}
          />
        ))}
      </ol>
    </div>
  );
};
