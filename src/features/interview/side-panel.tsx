import { useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import { useKeys } from "../../ui/keys/keys";
import { CoveragePanel } from "./coverage/coverage-panel";
import type { Desk } from "./desk";
import { SharedNotesPanel } from "./shared-notes/shared-notes-panel";

/** What stands beside the interview instead of the list of questions; null is the list. */
type SideName = "coverage" | "sharedNotes" | null;

export interface Side {
  readonly open: SideName;
  readonly toggleCoverage: () => void;
  /** Null where the slot has one interviewer, who shares notes with nobody, and where the loop knows none. */
  readonly openSharedNotes: (() => void) | null;
  readonly close: () => void;
}

/** Opens and closes by keys. Nothing modal: the question, the notes and their keys stay as they are. */
export const useSidePanel = ({ slot }: Desk): Side => {
  const [open, setOpen] = useState<SideName>(null);
  const toggleCoverage = () => setOpen((before) => (before === "coverage" ? null : "coverage"));
  const openSharedNotes = () => setOpen("sharedNotes");
  const { sharesNotes } = useLoopSession();
  const isShared = slot.interviewers.length > 1 && sharesNotes();
  const close = () => setOpen(null);
  useKeys({
    title: "Beside the interview",
    scope: "screen",
    bindings: [
      { keys: "c", does: "Coverage board", run: toggleCoverage },
      { keys: "s", does: "Shared notes of this slot", active: isShared, run: openSharedNotes },
      { keys: "escape", does: "Close what is open beside the interview", active: open !== null, run: close },
    ],
  });
  return { open, toggleCoverage, openSharedNotes: isShared ? openSharedNotes : null, close };
};

/** The board or text that is open beside the interview. */
export const SidePanel = ({ desk, side }: { readonly desk: Desk; readonly side: Side }) => {
  switch (side.open) {
    case "coverage":
      return <CoveragePanel view={desk.view} slot={desk.slot} onClose={side.close} />;
    case "sharedNotes":
      return <SharedNotesPanel view={desk.view} slot={desk.slot} onClose={side.close} />;
    case null:
      return null;
  }
};
