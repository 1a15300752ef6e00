/** What of an event the queues look at; the fields of a key or of an edit where it is one. */
export interface HeardEvent {
  readonly type: string;
  readonly target: unknown;
  readonly key?: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly isComposing?: boolean;
  readonly inputType?: string;
}

/** Keys that move in a text, take a letter out, or only change what the next key means. */
const quietKeys =
  /^(Backspace|Delete|Shift|AltGraph|CapsLock|Dead|Process|Home|End|Arrow(Left|Right|Up|Down))$/;

/** Edits letter by letter; a paste, a drop, a line break and what takes an edit back are acts of their own. */
const letterEdits = /^(insertText|insertCompositionText|deleteContent(Backward|Forward))$/;

const hasModifier = ({ ctrlKey, metaKey, altKey }: Omit<HeardEvent, "target">): boolean =>
  ctrlKey === true || metaKey === true || altKey === true;

/** True for a key that types one character where a text is, and means nothing else there. */
export const isLetter = (event: Omit<HeardEvent, "target">): boolean =>
  event.isComposing !== true && !hasModifier(event) && [...(event.key ?? "")].length === 1;

const isLetterKey = (event: HeardEvent): boolean =>
  event.isComposing === true || isLetter(event) || (!hasModifier(event) && quietKeys.test(event.key ?? ""));

/** True where an event is part of typing a text. Any other means something to the screen, which must know the text first. */
export const goesOnTyping = (event: HeardEvent): boolean => {
  if (event.type === "keydown") return isLetterKey(event);
  return event.type === "beforeinput" && letterEdits.test(event.inputType ?? "");
};
