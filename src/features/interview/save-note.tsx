import { useLayoutEffect, useRef } from "react";
import type { DraftState } from "../../bindings/services";
import type { Live } from "../../domain/live";
import { StatusDot } from "../../ui/status-dot";
import classes from "./save-note.module.css";
import { saveWords } from "./words";

interface SaveNoteProps {
  readonly save: DraftState["save"];
  /** True while letters stand on the screen that the card does not have: they are not saved, whatever the card is. */
  readonly typing: Live<boolean>;
}

const shapes = { saved: "full", saving: "half", failed: "bang" } as const;
const tones = { saved: "accent", saving: "quiet", failed: "attention" } as const;

/**
 * Says by itself, past React, that a letter is not saved: this is all a letter's own frame has to do besides the letter,
 * and it is the same little work however long the card is. The dot
 * beside the words follows with the card.
 */
const useSaidWithLetter = (save: DraftState["save"], typing: Live<boolean>) => {
  const label = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const say = () => {
      const isOnTheWay = typing.get();
      if (label.current !== null) label.current.textContent = saveWords[isOnTheWay ? "saving" : save];
    };
    say();
    return typing.subscribe(say);
  }, [save, typing]);
  return label;
};

/** Whether what was typed is safe on this laptop. Only a failure interrupts a reader's ear. */
export const SaveNote = ({ save, typing }: SaveNoteProps) => {
  const label = useSaidWithLetter(save, typing);
  return (
    <div role={save === "failed" ? "alert" : undefined}>
      <div className={save === "failed" ? undefined : classes.room}>
        <StatusDot shape={shapes[save]} tone={tones[save]} label={saveWords[save]} labelRef={label} />
      </div>
    </div>
  );
};
