import { z } from "zod";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";
import type { KeyProtection, RecoveryWordsFailure, VaultFailure } from "./vault";

/** How this laptop's keys are guarded. */
export interface LockState {
  /** Nothing opens until a passphrase or the words are typed; also where the key store does not give the key back. */
  readonly isLocked: boolean;
  readonly protection: KeyProtection;
  /** Twelve words open it where the passphrase is forgotten or the key store gone. */
  readonly hasWords: boolean;
  /** Opened with the words: the passphrase may be set anew without the old one. */
  readonly isOpenedByWords: boolean;
  /** Minutes without a key or a movement after which the window locks itself; null for never. */
  readonly lockAfterMinutes: number | null;
  /** Seconds until a passphrase is tried again. */
  readonly waitSeconds: number;
}

/** `wrongPassphrase`: and the next try has to wait so long. `wait`: this one was not tried. `wrongWords`: of another laptop. */
export type UnlockFailure =
  | VaultFailure
  | RecoveryWordsFailure
  | { readonly type: "wrongPassphrase" | "wait"; readonly waitSeconds: number }
  | { readonly type: "wrongWords" | "noPassphrase" };

/** Letters a passphrase has at least. */
export const shortestPassphrase = 10;
const passphraseSchema = z.string().max(1000);
const newPassphraseSchema = passphraseSchema.min(shortestPassphrase);

export const lockChannels = {
  "lock.state": channel<Result<LockState, VaultFailure>>().with(z.undefined()),
  /** Opens with the passphrase, or with the laptop's twelve words. */
  "lock.open": channel<Result<undefined, UnlockFailure>>().with(
    z.strictObject({ by: z.enum(["passphrase", "words"]), secret: passphraseSchema }),
  ),
  /** Forgets the open keys until the passphrase is typed; refused where there is none. */
  "lock.close": channel<Result<undefined, UnlockFailure>>().with(z.undefined()),
  /**
   * Sets a passphrase, in the place of `before` where there is one and the vault was not opened with the words. The answer
   * has the twelve words where there were none; they are nowhere else.
   */
  "lock.setPassphrase": channel<Result<{ readonly words: string | null }, UnlockFailure>>().with(
    z.strictObject({ passphrase: newPassphraseSchema, before: passphraseSchema.nullable() }),
  ),
  /** Leaves the keys to the system's key store, or to a file where there is none. */
  "lock.removePassphrase": channel<Result<undefined, UnlockFailure>>().with(
    z.strictObject({ passphrase: passphraseSchema }),
  ),
  /** Twelve words that open this laptop's keys, in the place of any before them. */
  "lock.makeWords": channel<Result<{ readonly words: string }, UnlockFailure>>().with(z.undefined()),
  "lock.setAfter": channel<Result<undefined, VaultFailure>>().with(
    z.strictObject({ minutes: z.int().min(1).max(1440).nullable() }),
  ),
};

/** `lock.idle`: nobody touched the laptop for as long as was set, or its screen was locked. */
export interface LockNotices {
  readonly "lock.idle": undefined;
}
