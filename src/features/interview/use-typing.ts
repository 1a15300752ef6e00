import { useState } from "react";
import { flushSync } from "react-dom";
import { afterPaint } from "../../bindings/after-paint";
import { type Live, liveCell } from "../../domain/live";

/** Letters on their way from a field into the card. */
export interface Typing {
  /** True while letters stand on the screen that the card does not have. */
  readonly onTheWay: Live<boolean>;
  /** Takes typed letters into the card once they are painted, or before the person's next input is heard. */
  readonly typed: (take: () => void) => void;
}

/**
 * A letter's own frame does nothing but show the letter and that it is not saved; the card, its checks and its write
 * come right after.
 */
export const useTyping = (): Typing => {
  const [typing] = useState(() => {
    const onTheWay = liveCell(false);
    const typed: Typing["typed"] = (take) => {
      onTheWay.set(true);
      afterPaint(() => {
        // Drawn at once: a letter typed into a field that still is the new line would begin another note.
        flushSync(take);
        onTheWay.set(false);
      });
    };
    return { onTheWay, typed };
  });
  return typing;
};
