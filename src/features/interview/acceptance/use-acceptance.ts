import { useRef, useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import type { Failure } from "../../../bindings/services";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { Conflict } from "../../../domain/sealing/acceptance-entry";
import { acceptanceWording } from "./words";

/** What somebody chose of the conflict of interest. Nothing is chosen for them: it is their signed word. */
export type SaidOfConflict =
  | { readonly kind: "unsaid" | "none" }
  | { readonly kind: "declared"; readonly text: string };

/** What a panelist accepts before the first slot, while it is not signed yet. */
export interface Acceptance {
  /** False where this person accepted already, and in loops that do not ask. */
  readonly isOpen: boolean;
  readonly said: SaidOfConflict;
  readonly say: (said: SaidOfConflict) => void;
  readonly failure: Failure | null;
  /**
   * Signs it where it is open, then goes on, once; stays where it could not be signed, or nothing is said of a conflict.
   * A second press meanwhile is none: it would begin the card a second time, over what was written in it by then.
   */
  readonly acceptThen: (goOn: () => void) => Promise<void>;
}

/** What has to be said before anything can be signed; null where all is. */
export const missingIn = (said: SaidOfConflict): "conflictUnsaid" | "reasonMissing" | null => {
  if (said.kind === "unsaid") return "conflictUnsaid";
  return said.kind === "declared" && said.text.trim() === "" ? "reasonMissing" : null;
};

export const useAcceptance = ({ acceptances, me }: Pick<LoopView, "acceptances" | "me">): Acceptance => {
  const session = useLoopSession();
  const [said, setSaid] = useState<SaidOfConflict>({ kind: "unsaid" });
  // Two keys in a row: the second must not wait for the screen to show the first.
  const newest = useRef(said);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isOpen = acceptances !== null && !acceptances.some(({ personId }) => personId === me?.personId);
  const goesOn = useRef(false);
  const say = (next: SaidOfConflict) => {
    newest.current = next;
    setSaid(next);
    setFailure(null);
  };
  const accepted = async (): Promise<boolean> => {
    if (!isOpen) return true;
    const last = newest.current;
    const missing = missingIn(last);
    if (missing !== null) setFailure({ type: missing });
    if (missing !== null || last.kind === "unsaid") return false;
    const conflict: Conflict =
      last.kind === "declared" ? { kind: last.kind, text: last.text.trim() } : { kind: "none" };
    const done = await session.accept(conflict, acceptanceWording);
    setFailure(done.ok ? null : done.error);
    return done.ok;
  };
  const acceptThen = async (goOn: () => void) => {
    if (goesOn.current) return;
    goesOn.current = true;
    goesOn.current = await accepted();
    if (goesOn.current) goOn();
  };
  return { isOpen, said, say, failure, acceptThen };
};
