import type { SharedCaret, SharedNotesState } from "../../../bindings/shared-notes";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { SharedLine } from "../../../domain/loop/shared-line";
import classes from "./shared-notes.module.css";
import { edgeOf, initialsIn } from "./words";

interface LineProps {
  readonly view: LoopView;
  readonly line: SharedLine;
  /** Cursors of others by their place in this line, in order. */
  readonly carets: readonly SharedCaret[];
  readonly start: number;
}

const Line = ({ view, line, carets, start }: LineProps) => {
  const cuts = carets.map((caret) => ({ caret, at: caret.index - start }));
  const ends = [...cuts.map(({ at }) => at), line.text.length];
  return (
    <div className={classes.line} data-edge={edgeOf(view, line)}>
      {line.text.slice(0, ends[0])}
      {cuts.map(({ caret, at }, index) => (
        <span key={caret.personId}>
          <i className={classes.caret} data-name={initialsIn(view, caret.personId)} />
          {line.text.slice(at, ends[index + 1])}
        </span>
      ))}
      {line.text === "" ? "\u200b" : ""}
    </div>
  );
};

const inOrder = (carets: readonly SharedCaret[]): readonly SharedCaret[] =>
  carets.toSorted((one, other) => one.index - other.index);

/** Where each line begins in the text. */
const startsOf = (lines: readonly SharedLine[]): readonly number[] => {
  let next = 0;
  return lines.map(({ text }) => {
    const start = next;
    next += text.length + 1;
    return start;
  });
};

interface SheetProps {
  readonly view: LoopView;
  readonly state: SharedNotesState;
}

/**
 * What lies under the field, letter by letter in the same places: at the edge of each line who wrote it, and the cursors
 * of the others. The field itself has the text; this is a drawing, and its facts stand in words below.
 */
export const Sheet = ({ view, state: { text, lines, carets } }: SheetProps) => {
  const starts = startsOf(lines);
  const shown = lines.length === 0 ? [{ text: "", writers: [] }] : lines;
  return (
    <div className={classes.sheet} aria-hidden="true" data-length={text.length}>
      {shown.map((line, index) => {
        const start = starts[index] ?? 0;
        const here = inOrder(carets).filter(
          (caret) => caret.index >= start && caret.index <= start + line.text.length,
        );
        return (
          // A line is nothing but its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
          <Line key={index} view={view} line={line} carets={here} start={start} />
        );
      })}
    </div>
  );
};
