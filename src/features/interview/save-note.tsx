import type { DraftState } from "../../bindings/services";
import { StatusDot } from "../../ui/status-dot";
import { saveWords } from "./words";

const shapes = { saved: "full", saving: "half", failed: "bang" } as const;
const tones = { saved: "accent", saving: "quiet", failed: "attention" } as const;

/** Whether what was typed is safe on this laptop. Only a failure interrupts a reader's ear. */
export const SaveNote = ({ save }: { readonly save: DraftState["save"] }) => (
  <div role={save === "failed" ? "alert" : undefined}>
    <StatusDot shape={shapes[save]} tone={tones[save]} label={saveWords[save]} />
  </div>
);
