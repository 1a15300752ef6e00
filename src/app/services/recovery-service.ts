import type { Bridge } from "../../../electron/contract/bridge";
import type { RecoveryService } from "../../bindings/recovery";
import type { Failure } from "../../bindings/services";
import { err, type Result } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";

const asFailure = <Value, Refusal extends { readonly type: string }>(
  answer: Result<Value, Refusal>,
): Result<Value, Failure> => (answer.ok ? answer : err({ ...answer.error }));

/** The recovery key of main's vault, and whoever wants to know when its words were given. */
export const createRecoveryService = (
  vault: Pick<Bridge["vault"], "recovery" | "makeRecoveryKey" | "useRecoveryKey">,
  /** Whether a loop on this laptop is somebody's who only borrowed it. */
  isLent: () => Promise<boolean>,
): {
  readonly service: RecoveryService;
  readonly onRecovered: (listener: () => void) => () => void;
} => {
  const listeners = new Set<() => void>();
  return {
    service: {
      state: async () => asFailure(expectedOnly(await vault.recovery())),
      // The key that is here may be the owner's: a borrower would put one in its place.
      make: async () =>
        (await isLent())
          ? err({ type: "laptopBorrowed" })
          : asFailure(expectedOnly(await vault.makeRecoveryKey())),
      use: async (words) => {
        const used = asFailure(expectedOnly(await vault.useRecoveryKey({ words, lent: await isLent() })));
        if (used.ok) for (const listener of listeners) listener();
        return used;
      },
    },
    onRecovered: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
