import { useRef, useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import type { Failure } from "../../../bindings/services";
import type { LoopView } from "../../../domain/loop/loop-view";
import { acceptanceWording } from "./words";

/** What a panelist accepts before the first slot, while it is not signed yet. */
export interface Acceptance {
  /** False where this person accepted already, and in loops that do not ask. */
  readonly isOpen: boolean;
  /** The declared conflict; null where there is none. */
  readonly conflict: string | null;
  readonly declare: (conflict: string | null) => void;
  readonly failure: Failure | null;
  /**
   * Signs it where it is open, then goes on, once; stays where it could not be signed or a declared conflict is not told.
   * A second press meanwhile is none: it would begin the card a second time, over what was written in it by then.
   */
  readonly acceptThen: (goOn: () => void) => Promise<void>;
}

export const useAcceptance = ({ acceptances, me }: Pick<LoopView, "acceptances" | "me">): Acceptance => {
  const session = useLoopSession();
  const [conflict, declare] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isOpen = acceptances !== null && !acceptances.some(({ personId }) => personId === me?.personId);
  const goesOn = useRef(false);
  const accepted = async (): Promise<boolean> => {
    if (!isOpen) return true;
    if (conflict?.trim() === "") {
      setFailure({ type: "reasonMissing" });
      return false;
    }
    const said =
      conflict === null ? ({ kind: "none" } as const) : { kind: "declared" as const, text: conflict.trim() };
    const done = await session.accept(said, acceptanceWording);
    setFailure(done.ok ? null : done.error);
    return done.ok;
  };
  const acceptThen = async (goOn: () => void) => {
    if (goesOn.current) return;
    goesOn.current = true;
    goesOn.current = await accepted();
    if (goesOn.current) goOn();
  };
  return { isOpen, conflict, declare, failure, acceptThen };
};
