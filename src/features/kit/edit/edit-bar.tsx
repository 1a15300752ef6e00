import { Button } from "@mantine/core";
import type { KitDesk } from "../../../bindings/kit-desk";
import { useLive } from "../../../bindings/use-live";
import { ConfirmInline } from "../../../ui/confirm-inline";
import { StatusDot } from "../../../ui/status-dot";
import classes from "./edit.module.css";
import { troubleSentence, words } from "./words";

const saveWords = { saved: words.saved, saving: words.saving, failed: words.failed } as const;
const saveShapes = { saved: "full", saving: "half", failed: "empty" } as const;

const Ways = ({ desk }: { readonly desk: KitDesk }) => {
  const { trouble } = useLive(desk);
  if (trouble === null || trouble.kind === "refused") return null;
  if (trouble.kind === "failed")
    return (
      <Button size="xs" onClick={() => desk.retry()}>
        {words.retry}
      </Button>
    );
  return (
    <>
      <Button size="xs" onClick={() => desk.retry("mine")}>
        {words.keepMine}
      </Button>
      <Button size="xs" variant="default" onClick={() => desk.retry("theirs")}>
        {words.takeTheirs}
      </Button>
    </>
  );
};

/** Whether everything is saved, the way back and forth, and what stands in the way. */
export const EditBar = ({ desk, onDone }: { readonly desk: KitDesk; readonly onDone: () => void }) => {
  const { save, trouble, canUndo, canRedo } = useLive(desk);
  return (
    <div className={classes.bar}>
      <span role="status">
        {words.editing} <StatusDot shape={saveShapes[save]} label={saveWords[save]} />
      </span>
      <Button
        size="xs"
        variant="default"
        disabled={!canUndo}
        aria-keyshortcuts="Control+Z"
        onClick={desk.undo}
      >
        {words.undo}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={!canRedo}
        aria-keyshortcuts="Control+Shift+Z"
        onClick={desk.redo}
      >
        {words.redo}
      </Button>
      {save === "failed" ? (
        <ConfirmInline
          action={words.done}
          question={words.leaveUnsaved}
          confirm={words.leave}
          cancel={words.stay}
          onConfirm={onDone}
        />
      ) : (
        <Button size="xs" onClick={onDone}>
          {words.done}
        </Button>
      )}
      {trouble === null ? null : (
        <p role="alert" className={classes.trouble}>
          {troubleSentence(trouble)} <Ways desk={desk} />
        </p>
      )}
    </div>
  );
};
