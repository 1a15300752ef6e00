import { useLayoutEffect, useMemo, useRef } from "react";
import { StatusDot } from "../../ui/status-dot";
import classes from "./save-note.module.css";
import { createSaveShown, type Save, type SaveSources } from "./save-shown";
import { saveWords } from "./words";

const shapes = [
  { save: "saved", shape: "full", tone: "accent" },
  { save: "saving", shape: "half", tone: "quiet" },
  { save: "failed", shape: "bang", tone: "attention" },
] as const;

/** The height of one shape, as the style has it. */
const shapePx = 20;

interface Parts {
  readonly note: HTMLElement;
  readonly shapes: HTMLElement;
  readonly words: HTMLElement;
}

const tell = ({ note, shapes: strip, words }: Parts, save: Save): void => {
  strip.style.top = `${-shapePx * shapes.findIndex((one) => one.save === save)}px`;
  const isFailed = save === "failed";
  if (isFailed !== note.hasAttribute("role")) {
    note.toggleAttribute("data-failed", isFailed);
    if (isFailed) note.setAttribute("role", "alert");
    else note.removeAttribute("role");
  }
  words.textContent = saveWords[save];
};

/**
 * Whether what was typed is safe on this laptop. The first letter after a rest changes it before that letter is
 * painted, so it is written where it stands: rendering took longer than anything else the letter sets going. Only a
 * failure interrupts a reader's ear.
 */
export const SaveNote = ({ draft, typing }: SaveSources) => {
  const shown = useMemo(() => createSaveShown({ draft, typing }, window), [draft, typing]);
  const note = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (note.current === null || strip.current === null || words.current === null) return;
    const parts = { note: note.current, shapes: strip.current, words: words.current };
    const undo = shown.subscribe(() => tell(parts, shown.get()));
    tell(parts, shown.get());
    return undo;
  }, [shown]);
  return (
    <div ref={note} className={classes.note}>
      <div className={classes.room}>
        <span className={classes.window}>
          <span ref={strip} className={classes.shapes}>
            {shapes.map(({ save, shape, tone }) => (
              <StatusDot key={save} shape={shape} tone={tone} label="" />
            ))}
          </span>
        </span>
        <span ref={words} />
      </div>
    </div>
  );
};
