import { type HeardEvent, isLetter } from "./goes-on-typing";

/** What one letter lets a field say, besides that its text is another one. */
const letterEvents = ["keydown", "keypress", "keyup"] as const;

/** What is told of the edit that a letter makes. */
const editEvents = ["beforeinput", "input"] as const;

interface FieldEvent extends HeardEvent {
  readonly stopPropagation: () => void;
}

type Listen = (type: string, act: (event: FieldEvent) => void) => void;

/** What of a field is listened to. */
export interface LetterField {
  readonly addEventListener: Listen;
  readonly removeEventListener: Listen;
}

const stop = (event: FieldEvent): void => event.stopPropagation();

const stopLetter = (event: FieldEvent): void => {
  if (isLetter(event)) stop(event);
};

/**
 * Tells `onInput` of each change of the text, and nobody around the field of the letters typed into it: each of them
 * would be looked for on the way through the whole screen, before the letter is painted. Keys that are no letters go on,
 * and who listens ahead of the field, as the typing queue does, hears everything. Returns its undo.
 */
export const keepLetters = (field: LetterField, onInput: () => void): (() => void) => {
  field.addEventListener("input", onInput);
  for (const type of letterEvents) field.addEventListener(type, stopLetter);
  for (const type of editEvents) field.addEventListener(type, stop);
  return () => {
    field.removeEventListener("input", onInput);
    for (const type of letterEvents) field.removeEventListener(type, stopLetter);
    for (const type of editEvents) field.removeEventListener(type, stop);
  };
};
