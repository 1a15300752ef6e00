import { useState } from "react";
import { flushSync } from "react-dom";
import { typingQueue } from "../../bindings/typing-queue";
import { type Live, liveCell } from "../../domain/live";

/** Letters on their way from a field into the card. */
export interface Typing {
  /** True while letters stand on the screen that the card does not have. */
  readonly onTheWay: Live<boolean>;
  /**
   * Takes what was typed into `field` into the card when the typing rests, or before the person's next input is heard.
   * `begins`: this is the first letter of a text, which is taken as soon as it is painted.
   */
  readonly typed: (take: () => void, field: HTMLTextAreaElement, begins: boolean) => void;
}

/** A letter's own frame does nothing but show the letter; the card, its checks and its write come once nobody types. */
export const useTyping = (): Typing => {
  const [typing] = useState(() => {
    const onTheWay = liveCell(false);
    // One act for all fields, so that the letters of one stretch are taken once.
    const takes = new Map<HTMLTextAreaElement, () => void>();
    const takeAll = () => {
      const due = [...takes.values()];
      takes.clear();
      // Drawn at once: a letter typed into a field that still is the new line would begin another note.
      flushSync(() => {
        for (const take of due) take();
      });
      onTheWay.set(false);
    };
    const typed: Typing["typed"] = (take, field, begins) => {
      takes.set(field, take);
      onTheWay.set(true);
      typingQueue().add(takeAll, field, begins);
    };
    return { onTheWay, typed };
  });
  return typing;
};
