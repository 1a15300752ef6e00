import type { PersonId } from "../domain/ids";
import type { Live } from "../domain/live";
import type { SharedLine } from "../domain/loop/shared-line";

/** A colleague's cursor in the shared notes, as an index into their text. */
export interface SharedCaret {
  readonly personId: PersonId;
  readonly index: number;
}

/** The shared notes of a slot as they are now. */
export interface SharedNotesState {
  readonly text: string;
  readonly lines: readonly SharedLine[];
  readonly carets: readonly SharedCaret[];
}

/** A slot's shared notes opened for writing; `close` takes this person's cursor away and forgets what could be undone. */
export interface SharedNotesDesk {
  readonly state: Live<SharedNotesState>;
  /** Makes the notes read `text`; `cursor` is where it stands afterwards. */
  readonly edit: (text: string, cursor: number) => void;
  /** Takes back the last thing this person wrote here since it was opened. */
  readonly undo: () => void;
  readonly redo: () => void;
  /** Where this person's cursor stands; null is nowhere. */
  readonly pointAt: (index: number | null) => void;
  readonly close: () => void;
}
