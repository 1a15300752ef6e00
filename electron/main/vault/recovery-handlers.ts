import type { Timestamp } from "../../../src/domain/ids";
import { err, type Result } from "../../../src/domain/result";
import type { RecoveryState, RecoveryWordsFailure, VaultFailure } from "../../contract/vault";
import type { Vault } from "./open-vault";

type Keys = Pick<Vault, "recovery" | "borrowed">;

/** The key that is here may be the owner's: on a borrowed laptop none takes its place, whatever a window asks for. */
export const makeRecoveryKey = (
  { recovery, borrowed }: Keys,
  at: Timestamp,
): Result<{ readonly words: string }, VaultFailure | { readonly type: "laptopBorrowed" }> => {
  const isBorrowed = borrowed.isAny();
  if (!isBorrowed.ok) return isBorrowed;
  return isBorrowed.value ? err({ type: "laptopBorrowed" }) : recovery.make(at);
};

/** Words typed on a borrowed laptop are the borrower's, also where the window does not say so. */
export const useRecoveryWords = (
  { recovery, borrowed }: Keys,
  { words, lent = false }: { readonly words: string; readonly lent?: boolean | undefined },
  at: Timestamp,
): Result<RecoveryState, VaultFailure | RecoveryWordsFailure> => {
  const isBorrowed = borrowed.isAny();
  return isBorrowed.ok ? recovery.use(words, at, lent || isBorrowed.value) : isBorrowed;
};
