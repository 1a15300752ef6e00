import type { Result } from "../domain/result";
import type { Failure } from "./services";

/** How this laptop's keys are guarded. */
export interface LockState {
  readonly isLocked: boolean;
  /** `softwareKey`: by a file anybody with the folder can use. */
  readonly protection: "softwareKey" | "keyStore" | "passphrase";
  /** Twelve words open the laptop where its passphrase is forgotten or the key store gone. */
  readonly hasWords: boolean;
  /** Opened with the words: a passphrase is set without the one before. */
  readonly isOpenedByWords: boolean;
  /** Null for never. */
  readonly lockAfterMinutes: number | null;
  readonly waitSeconds: number;
}

/** What stands before the whole program while the laptop is locked. */
export interface LockedLaptop {
  readonly state: () => Promise<Result<LockState, Failure>>;
  readonly open: (by: "passphrase" | "words", secret: string) => Promise<Result<undefined, Failure>>;
}

/** The lock of this laptop, while it is open. */
export interface LockService extends Pick<LockedLaptop, "state"> {
  /** Has the twelve words where there were none; they are shown once. */
  readonly setPassphrase: (
    passphrase: string,
    before: string | null,
  ) => Promise<Result<{ readonly words: string | null }, Failure>>;
  readonly removePassphrase: (passphrase: string) => Promise<Result<undefined, Failure>>;
  readonly makeWords: () => Promise<Result<{ readonly words: string }, Failure>>;
  readonly setAfter: (minutes: number | null) => Promise<Result<undefined, Failure>>;
  /** Writes what is being typed, ends the program's screens and forgets the keys; refused where there is no passphrase. */
  readonly lockNow: () => Promise<Result<undefined, Failure>>;
}

/** " in 5 seconds", " in 3 minutes", or nothing where nobody has to wait. */
export const inTime = (waitSeconds: unknown): string => {
  if (typeof waitSeconds !== "number" || waitSeconds <= 0) return "";
  return waitSeconds < 120 ? ` in ${waitSeconds} seconds` : ` in ${Math.ceil(waitSeconds / 60)} minutes`;
};

/** Letters a passphrase has at least. */
export const shortestPassphrase = 10;
