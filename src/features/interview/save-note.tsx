import type { DraftState } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import type { Live, Loadable } from "../../domain/live";
import { StatusDot } from "../../ui/status-dot";

interface SaveNoteProps {
  readonly draft: Live<Loadable<DraftState | null>>;
}

/** Whether what was typed is safe on this laptop. */
export const SaveNote = ({ draft }: SaveNoteProps) => {
  const state = useLive(draft);
  if (state.state !== "ready" || state.value === null) return null;
  switch (state.value.save) {
    case "saved":
      return <StatusDot shape="full" label="Saved on this laptop" />;
    case "saving":
      return <StatusDot shape="half" tone="quiet" label="Saving" />;
    case "failed":
      return <StatusDot shape="bang" tone="attention" label="Not saved. Free disk space, then type on." />;
  }
};
