import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type KeyboardEvent, type SyntheticEvent, useState } from "react";
import { keptWordsText, useKeptWords } from "../../../bindings/kept-words";
import type { SharedNotesDesk } from "../../../bindings/shared-notes";
import { useLive } from "../../../bindings/use-live";
import { judgementSign } from "../../../domain/loop/coverage/judgement-sign";
import type { Slot } from "../../../domain/loop/plan";
import { fitShared } from "../../../domain/loop/shared-line";
import { OfferLine } from "../../../ui/offer-line";
import { timeText } from "../../../ui/time-text";
import type { OpenView } from "../desk";
import { judgementHint } from "../hand-over/words";
import classes from "./shared-notes.module.css";
import { Sheet } from "./sheet";
import { useSharedNotes } from "./use-shared-notes";
import { caretWords, cutWords, sharedReach, sharedRule, writersWords } from "./words";

interface SharedNotesPanelProps {
  readonly view: OpenView;
  readonly slot: Slot;
  readonly onClose: () => void;
}

/** Undo is this person's own, and Escape leaves the field before it closes anything. */
const keysOf = (desk: SharedNotesDesk) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
  const isCtrl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const isUndo = isCtrl && key === "z" && !event.shiftKey;
  const isRedo = isCtrl && (key === "y" || (key === "z" && event.shiftKey));
  if (isUndo) desk.undo();
  if (isRedo) desk.redo();
  // While letters are composed, Escape is the input method's own.
  const isLeave = event.key === "Escape" && !event.nativeEvent.isComposing;
  if (isLeave) event.currentTarget.blur();
  if (!isUndo && !isRedo && !isLeave) return;
  event.preventDefault();
  event.stopPropagation();
};

const lineAround = (text: string, index: number): string => {
  const start = text.lastIndexOf("\n", index - 1) + 1;
  const end = text.indexOf("\n", index);
  return text.slice(start, end < 0 ? text.length : end);
};

const Editor = ({ view, desk }: Pick<SharedNotesPanelProps, "view"> & { readonly desk: SharedNotesDesk }) => {
  const state = useLive(desk.state);
  const [cut, setCut] = useState(0);
  const [cursor, setCursor] = useState(0);
  const sign = judgementSign(lineAround(state.text, cursor), view.kit.questionScale.length);
  const point = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    setCursor(currentTarget.selectionEnd);
    desk.pointAt(currentTarget.selectionEnd);
  };
  return (
    <>
      <div className={classes.field}>
        <Sheet view={view} state={state} />
        <textarea
          className={classes.text}
          aria-label="Shared notes of this slot"
          aria-describedby="shared-rule"
          // biome-ignore lint/a11y/noAutofocus: its key was just pressed, to write
          autoFocus
          spellCheck
          dir="auto"
          value={state.text}
          onChange={(event) => {
            const fitting = fitShared(event.currentTarget.value);
            setCut(fitting.cut);
            desk.edit(fitting.text, event.currentTarget.selectionEnd);
          }}
          onSelect={point}
          onFocus={point}
          onBlur={() => desk.pointAt(null)}
          onKeyDown={keysOf(desk)}
        />
      </div>
      <p className={classes.hint} role="status">
        {cut > 0 ? cutWords(cut) : sign === null ? "" : judgementHint(sign)}
      </p>
      <p className={classes.quiet}>
        {writersWords(view, state.lines)} {caretWords(view, state.text, state.carets)}
      </p>
    </>
  );
};

/** What went out of the notes by a colleague's laptop and is kept here. */
const Kept = ({ view, slot }: Pick<SharedNotesPanelProps, "view" | "slot">) => {
  const { kept, putBack, dismiss } = useKeptWords({ kind: "slot", slotId: slot.slotId });
  return kept.map((one) => (
    <OfferLine
      key={one.id}
      text={keptWordsText(view, one, timeText(one.at))}
      accept="Put back"
      dismiss="Leave it"
      onAccept={() => putBack(one.id)}
      onDismiss={() => dismiss(one.id)}
    />
  ));
};

/** The slot's shared notes beside the interview. Cards and ratings stay each person's own. */
export const SharedNotesPanel = ({ view, slot, onClose }: SharedNotesPanelProps) => {
  const desk = useSharedNotes(slot.slotId);
  return (
    <section className={classes.panel} aria-labelledby="shared-notes">
      <div className={classes.head}>
        <h2 id="shared-notes">Shared notes</h2>
        <ActionIcon aria-label="Close the shared notes" onClick={onClose}>
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      <p className={classes.quiet} id="shared-rule">
        {sharedRule}
      </p>
      <Kept view={view} slot={slot} />
      {desk === null ? null : <Editor view={view} desk={desk} />}
      <p className={classes.quiet}>{sharedReach}</p>
    </section>
  );
};
