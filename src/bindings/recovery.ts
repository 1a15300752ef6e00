import type { Result } from "../domain/result";
import type { Failure } from "./services";

/** The recovery key on this laptop. */
export interface RecoveryState {
  /** ISO time; null where there is none. */
  readonly madeAt: string | null;
  /** True where its words were given here. */
  readonly canOpen: boolean;
}

/** The key that opens a person's cards when every laptop of theirs is lost. */
export interface RecoveryService {
  readonly state: () => Promise<Result<RecoveryState, Failure>>;
  /** Makes a key in the place of any before it. The words are nowhere else: they are shown once. */
  readonly make: () => Promise<Result<{ readonly words: string }, Failure>>;
  /** Takes the words; the loops that are open look for what they can open now. */
  readonly use: (words: string) => Promise<Result<RecoveryState, Failure>>;
}
