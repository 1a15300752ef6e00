import { useEffect, useState } from "react";
import type { LockState } from "../../../bindings/lock";
import { type Failure, useServices } from "../../../bindings/services";
import type { Result } from "../../../domain/result";

/** The lock of this laptop as its settings show it, and what can be done to it. */
export const useLock = () => {
  const { lock } = useServices();
  const [state, setState] = useState<LockState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [note, setNote] = useState<"saved" | "removed" | null>(null);
  useEffect(() => {
    let wanted = true;
    void lock.state().then((known) => {
      if (!wanted) return;
      if (known.ok) setState(known.value);
      else setFailure(known.error);
    });
    return () => {
      wanted = false;
    };
  }, [lock]);
  /** True where it was done; what is shown follows the vault. */
  const settle = async <Value>(
    answer: Result<Value, Failure>,
    then: (value: Value) => void,
  ): Promise<boolean> => {
    setFailure(answer.ok ? null : answer.error);
    setNote(null);
    if (answer.ok) then(answer.value);
    const known = await lock.state();
    if (known.ok) setState(known.value);
    return answer.ok;
  };
  return {
    state,
    failure,
    shown,
    note,
    hideWords: () => setShown(null),
    setPassphrase: async (passphrase: string, before: string | null) =>
      settle(await lock.setPassphrase(passphrase, before), ({ words }) => {
        setShown(words);
        setNote("saved");
      }),
    removePassphrase: async (passphrase: string) =>
      settle(await lock.removePassphrase(passphrase), () => setNote("removed")),
    makeWords: async () => settle(await lock.makeWords(), ({ words }) => setShown(words)),
    setAfter: async (minutes: number | null) => settle(await lock.setAfter(minutes), () => undefined),
    lockNow: async () => settle(await lock.lockNow(), () => undefined),
  };
};
