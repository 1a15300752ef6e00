import { type HeardEvent, isLetter } from "./goes-on-typing";

/** What one letter lets a field say, besides that its text is another one. */
const letterEvents = ["keydown", "keypress", "keyup"] as const;

interface FieldEvent extends HeardEvent {
  readonly stopPropagation: () => void;
}

type Listen = (type: string, act: (event: FieldEvent) => void, options: { readonly capture: true }) => void;

/** What of a window is used: it hears an event before anything between it and the field does. */
export interface LetterHost {
  readonly addEventListener: Listen;
  readonly removeEventListener: Listen;
}

/** Keeps the letters of fields; `onInput` hears of each change of a field's text. Returns its undo. */
export type KeepLetters = (field: object, onInput: () => void) => () => void;

const listenersOf = (
  fields: ReadonlyMap<unknown, () => void>,
): ReadonlyMap<string, (event: FieldEvent) => void> => {
  const onKey = (event: FieldEvent): void => {
    if (fields.has(event.target) && isLetter(event)) event.stopPropagation();
  };
  const onEdit = (event: FieldEvent): void => {
    if (fields.has(event.target)) event.stopPropagation();
  };
  const onText = (event: FieldEvent): void => {
    const onInput = fields.get(event.target);
    if (onInput === undefined) return;
    event.stopPropagation();
    onInput();
  };
  return new Map([
    ...letterEvents.map((type) => [type, onKey] as const),
    ["beforeinput", onEdit],
    ["input", onText],
  ]);
};

/**
 * What keeps letters in a window: of a letter that is typed into one of its fields nobody between the window and the
 * field is told, neither on the way down nor on the way up, since each would look for the field in the whole screen
 * before the letter is painted. Keys that are no letters go on, and who listens at the window itself and ahead of
 * the field, as the typing queue does, hears everything.
 */
export const createLetterKeeper = (host: LetterHost): KeepLetters => {
  const fields = new Map<unknown, () => void>();
  const listeners = listenersOf(fields);
  return (field, onInput) => {
    if (fields.size === 0)
      for (const [type, act] of listeners) host.addEventListener(type, act, { capture: true });
    fields.set(field, onInput);
    return () => {
      // Who came later for the same field keeps it.
      if (fields.get(field) !== onInput) return;
      fields.delete(field);
      if (fields.size > 0) return;
      for (const [type, act] of listeners) host.removeEventListener(type, act, { capture: true });
    };
  };
};

let ofThisWindow: KeepLetters | null = null;

/** Keeps the letters of a field of the window this runs in. */
export const keepLetters: KeepLetters = (field, onInput) => {
  ofThisWindow ??= createLetterKeeper(window);
  return ofThisWindow(field, onInput);
};
