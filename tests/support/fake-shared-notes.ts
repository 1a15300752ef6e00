import type { SharedNotesDesk, SharedNotesState } from "../../src/bindings/shared-notes";
import type { PersonId } from "../../src/domain/ids";
import { liveCell } from "../../src/domain/live";

/** Shared notes in memory: what this person types stands in lines of their own name. */
export const fakeSharedNotes = (
  { lines, carets }: Omit<SharedNotesState, "text"> = { lines: [], carets: [] },
  me: PersonId | null,
): SharedNotesDesk => {
  const text = lines.map((line) => line.text).join("\n");
  const state = liveCell<SharedNotesState>({ text, lines, carets });
  return {
    state,
    edit: (next) => {
      const known = new Map(lines.map((line) => [line.text, line.writers]));
      const typed = next.split("\n").map((line) => ({
        text: line,
        writers: known.get(line) ?? (me === null || line === "" ? [] : [me]),
      }));
      state.set({ ...state.get(), text: next, lines: typed });
    },
    undo: () => undefined,
    redo: () => undefined,
    pointAt: () => undefined,
    close: () => undefined,
  };
};
