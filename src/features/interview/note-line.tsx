import { Textarea } from "@mantine/core";
import type { ClipboardEvent, KeyboardEvent, ReactNode } from "react";
import { maxCardBytes } from "../../domain/card/card-size";
import classes from "./notes.module.css";
import { useTypedText } from "./use-typed-text";
import type { Typing } from "./use-typing";

interface NoteLineProps {
  readonly time: ReactNode;
  readonly quote: boolean;
  readonly text: string;
  readonly label: string;
  /** Undefined where something was typed: a field that has one looks at it again with each letter. */
  readonly placeholder: string | undefined;
  readonly onText: (text: string) => void;
  readonly typed: Typing["typed"];
  readonly onQuote: () => void;
  /** A paste that no card can hold; it does not reach the field. */
  readonly onTooMuch: () => void;
  /** On to the line below. */
  readonly onNext: () => void;
  /** Out of the notes. */
  readonly onLeave: () => void;
  readonly onBlur: () => void;
}

/** On a Mac, Command Q is the system's own and stays so; Control Q is a quote everywhere. */
const isQuoteKey = (event: KeyboardEvent): boolean => event.ctrlKey && event.key.toLowerCase() === "q";

const isNextKey = (event: KeyboardEvent): boolean =>
  event.key === "Enter" &&
  !event.shiftKey &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.nativeEvent.isComposing;

/** One line of evidence with the time it was begun. */
export const NoteLine = (props: NoteLineProps) => {
  const field = useTypedText(props.text, props.onText, props.typed);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const act = isQuoteKey(event)
      ? props.onQuote
      : isNextKey(event)
        ? props.onNext
        : event.key === "Escape" && !event.nativeEvent.isComposing
          ? props.onLeave
          : null;
    if (act === null) return;
    event.preventDefault();
    act();
  };
  // A field that is given megabytes holds the window up for seconds before anybody could take them out again.
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (event.clipboardData.getData("text/plain").length <= maxCardBytes) return;
    event.preventDefault();
    props.onTooMuch();
  };
  return (
    <li className={classes.line} data-quote={props.quote || undefined}>
      <span className={classes.time}>{props.time}</span>
      <Textarea
        {...field}
        rows={1}
        dir="auto"
        variant="unstyled"
        aria-label={props.quote ? `${props.label}, a quote` : props.label}
        placeholder={props.placeholder}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
        onBlur={props.onBlur}
        classNames={{ input: classes.input ?? "" }}
      />
    </li>
  );
};
