import { type FormEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { typedText } from "../../domain/card/typed-text";
import type { Typing } from "./use-typing";

interface TypedText {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly defaultValue: string;
  readonly onInput: (event: FormEvent<HTMLTextAreaElement>) => void;
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
  const onInput = ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => {
    isWaiting.current = true;
    const take = () => {
      isWaiting.current = false;
      latest.current(typedText(currentTarget.value));
      setTaken((count) => count + 1);
    };
    typed(take, currentTarget, text === "");
  };
  return { ref, defaultValue, onInput };
};
