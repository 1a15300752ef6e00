import { useState } from "react";
import { useKeys } from "../../ui/keys/keys";
import { CoveragePanel } from "./coverage/coverage-panel";
import type { Desk } from "./desk";

/** What stands beside the interview instead of the list of questions; null is the list. */
type SideName = "coverage" | null;

export interface Side {
  readonly open: SideName;
  readonly toggleCoverage: () => void;
  readonly close: () => void;
}

/** Opens and closes by keys. Nothing modal: the question, the notes and their keys stay as they are. */
export const useSidePanel = (): Side => {
  const [open, setOpen] = useState<SideName>(null);
  const toggleCoverage = () => setOpen((before) => (before === "coverage" ? null : "coverage"));
  const close = () => setOpen(null);
  useKeys({
    title: "Beside the interview",
    scope: "screen",
    bindings: [
      { keys: "c", does: "Coverage board", run: toggleCoverage },
      { keys: "escape", does: "Close what is open beside the interview", active: open !== null, run: close },
    ],
  });
  return { open, toggleCoverage, close };
};

/** The board or text that is open beside the interview. */
export const SidePanel = ({ desk, side }: { readonly desk: Desk; readonly side: Side }) => {
  switch (side.open) {
    case "coverage":
      return <CoveragePanel view={desk.view} slot={desk.slot} onClose={side.close} />;
    case null:
      return null;
  }
};
