import { useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { Failure } from "../../bindings/services";

/** Opens and closes this laptop's room; a failure stays in view until the next attempt. */
export const useDoor = () => {
  const session = useLoopSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const started = await session.startHosting();
    setBusy(false);
    setFailure(started.ok ? null : started.error);
  };
  return { open, close: () => void session.stopHosting(), busy, failure };
};

export type Door = ReturnType<typeof useDoor>;
