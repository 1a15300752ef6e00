import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { keepLetters } from "../../bindings/keep-letters";
import { typedText } from "../../domain/card/typed-text";
import type { Typing } from "./use-typing";

interface TypedText {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly defaultValue: string;
}

/**
 * A field that keeps what is typed itself, so that a letter is painted without waiting for the card. `onText` hears of
 * the whole text afterwards; then the field shows `text` again, also where the letter was not taken.
 */
export const useTypedText = (
  text: string,
  onText: (text: string) => void,
  typed: Typing["typed"],
): TypedText => {
  const ref = useRef<HTMLTextAreaElement>(null);
  const [defaultValue] = useState(text);
  const [taken, setTaken] = useState(0);
  const isWaiting = useRef(false);
  const latest = useRef(onText);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a letter that was taken may have left the text as it was
  useLayoutEffect(() => {
    // Letters that came since are newer than this text.
    if (ref.current !== null && !isWaiting.current && ref.current.value !== text) ref.current.value = text;
  }, [text, taken]);
  useLayoutEffect(() => {
    latest.current = onText;
  });
  useLayoutEffect(() => {
    const field = ref.current;
    if (field === null) return;
    const take = () => {
      isWaiting.current = false;
      latest.current(typedText(field.value));
      setTaken((count) => count + 1);
    };
    return keepLetters(field, () => {
      isWaiting.current = true;
      typed(take, field, text === "");
    });
  }, [text, typed]);
  return { ref, defaultValue };
};
