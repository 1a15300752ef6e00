import type { Bridge } from "../../../electron/contract/bridge";
import type { LockedLaptop, LockService } from "../../bindings/lock";
import type { Failure } from "../../bindings/services";
import { err, ok, type Result } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";

const asFailure = <Value, Refusal extends { readonly type: string }>(
  answer: Result<Value, Refusal>,
): Result<Value, Failure> => (answer.ok ? answer : err({ ...answer.error }));

/** The lock before anything else is open. */
export const lockedLaptop = (lock: Pick<Bridge["lock"], "state" | "open">): LockedLaptop => ({
  state: async () => asFailure(expectedOnly(await lock.state())),
  open: async (by, secret) => asFailure(expectedOnly(await lock.open({ by, secret }))),
});

export interface LockParts {
  readonly lock: Bridge["lock"];
  /** Ends the screens, which write what was typed, and closes the store. */
  readonly end: () => Promise<void>;
  readonly reload: () => void;
  /** Somebody listens to a candidate or plays a role: hands off the keys are no sign that nobody is there. */
  readonly isInterviewing: () => boolean;
}

/** The lock of main's vault, and what locks it by itself; the undo stops listening. */
export const createLockService = ({
  lock,
  end,
  reload,
  isInterviewing,
}: LockParts): { readonly service: LockService; readonly undo: () => void } => {
  let isLocking = false;
  const lockNow: LockService["lockNow"] = async () => {
    const state = asFailure(expectedOnly(await lock.state()));
    if (!state.ok) return state;
    if (state.value.protection !== "passphrase") return err({ type: "noPassphrase" });
    if (isLocking) return err({ type: "alreadyLocking" });
    isLocking = true;
    try {
      await end();
    } finally {
      // Also where something did not end well: the screens are gone, and nobody may be there any more.
      await lock.close();
      reload();
    }
    return ok(undefined);
  };
  return {
    service: {
      state: lockedLaptop(lock).state,
      setPassphrase: async (passphrase, before) =>
        asFailure(expectedOnly(await lock.setPassphrase({ passphrase, before }))),
      removePassphrase: async (passphrase) =>
        asFailure(expectedOnly(await lock.removePassphrase({ passphrase }))),
      makeWords: async () => asFailure(expectedOnly(await lock.makeWords())),
      setAfter: async (minutes) => asFailure(expectedOnly(await lock.setAfter({ minutes }))),
      lockNow,
    },
    undo: lock.onIdle(() => {
      if (!isInterviewing()) void lockNow();
    }),
  };
};
