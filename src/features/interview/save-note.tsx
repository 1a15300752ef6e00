import { useMemo, useSyncExternalStore } from "react";
import { StatusDot } from "../../ui/status-dot";
import classes from "./save-note.module.css";
import { createSaveShown, type Save, type SaveSources } from "./save-shown";
import { saveWords } from "./words";

const shapes = { saved: "full", saving: "half", failed: "bang" } as const;
const tones = { saved: "accent", saving: "quiet", failed: "attention" } as const;

const useSaveShown = ({ draft, typing }: SaveSources): Save => {
  const shown = useMemo(() => createSaveShown({ draft, typing }, window), [draft, typing]);
  return useSyncExternalStore(shown.subscribe, shown.get);
};

/**
 * Whether what was typed is safe on this laptop. Listens by itself, so that a write lets nothing else on the screen
 * render. Only a failure interrupts a reader's ear.
 */
export const SaveNote = (props: SaveSources) => {
  const save = useSaveShown(props);
  return (
    <div role={save === "failed" ? "alert" : undefined}>
      <div className={save === "failed" ? undefined : classes.room}>
        <StatusDot shape={shapes[save]} tone={tones[save]} label={saveWords[save]} />
      </div>
    </div>
  );
};
