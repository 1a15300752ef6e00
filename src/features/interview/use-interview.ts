import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { actsOn, cardPaths, type Desk, undoKey } from "./desk";
import { useKeptPhase } from "./exercise/kept-phase";
import type { LetterMode } from "./indicators";
import type { NotesHandle } from "./notes";
import type { Subject } from "./subject";
import { useInterviewKeys } from "./use-interview-keys";

/** What the parts of the screen share: where the keys go, and what is open at the moment. */
export const useInterview = (desk: Desk, subject: Subject) => {
  const navigate = useNavigate();
  const [mode, setMode] = useState<LetterMode>(null);
  const [phase, setPhase] = useKeptPhase(desk.card);
  const [handingOver, setHandingOver] = useState(false);
  const notes = useRef<NotesHandle>(null);
  const prompt = useRef<HTMLHeadingElement>(null);
  const acts = actsOn(desk, subject);
  const sealScreen = () => void navigate(cardPaths(desk.view, desk.slot).seal);
  const leaveField = () => prompt.current?.focus({ preventScroll: true });
  const go = (position: number) => {
    setMode(null);
    desk.go(position);
  };
  useInterviewKeys({
    ...acts,
    subject,
    mode,
    setMode,
    go: (step) => {
      go(desk.position + step);
      leaveField();
    },
    note: (quote) => notes.current?.write(quote),
    handOff: () => setHandingOver(true),
    seal: sealScreen,
    undo: undoKey(desk),
  });
  const endHandOver = () => {
    setHandingOver(false);
    leaveField();
  };
  return {
    acts,
    mode,
    notes,
    prompt,
    go,
    sealScreen,
    leaveField,
    handingOver,
    setHandingOver,
    endHandOver,
    phase,
    setPhase,
  };
};

export type Interview = ReturnType<typeof useInterview>;
