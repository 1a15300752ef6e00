import { useEffect, useRef, useState } from "react";
import type { Note } from "../../domain/card/card";
import { lineIds } from "./line-ids";

export interface NoteLines {
  /** One per note and one for the new line. */
  readonly ids: readonly number[];
  /** The note whose text was emptied and whose line still holds the cursor. */
  readonly emptied: number | null;
  readonly type: (index: number, text: string) => void;
  /** The cursor has left a line: an emptied note goes away. */
  readonly leave: () => void;
}

/**
 * The lines of a list of notes. A line that is emptied keeps its place until the cursor leaves it: were it taken out
 * at once, the next character would go into the note below it.
 */
export const useNoteLines = (
  notes: readonly Note[],
  onChange: (index: number, note: Note) => void,
): NoteLines => {
  const [emptied, setEmptied] = useState<number | null>(null);
  const [takenOut, setTakenOut] = useState<readonly number[]>([]);
  const ids = lineIds(notes.length, takenOut);
  const leave = () => {
    const note = emptied === null ? undefined : notes[emptied];
    const id = emptied === null ? undefined : ids[emptied];
    if (emptied === null || note === undefined || id === undefined) return;
    setEmptied(null);
    setTakenOut([...takenOut, id]);
    onChange(emptied, { ...note, text: "" });
  };
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  // Another question in front takes the whole list away, and no line hears that the cursor left.
  useEffect(() => () => latest.current(), []);
  const type = (index: number, text: string) => {
    const note = notes[index];
    setEmptied(text === "" ? index : null);
    if (note !== undefined && text !== "") onChange(index, { ...note, text });
  };
  return { ids, emptied, type, leave };
};
