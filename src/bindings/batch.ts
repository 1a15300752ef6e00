import type { Disclosure, PackAudience } from "../domain/record/audiences";
import type { ExportFailure } from "./file-trouble";

export type { ExportFailure } from "./file-trouble";

/** A pack of each closed record of a role or a period. */
export interface BatchOrder {
  readonly audience: PackAudience;
  readonly disclosure: Disclosure;
  /** The role's title; null for every role. */
  readonly role: string | null;
  /** The days between which was decided, "2026-11-23"; null is open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What a batch made. */
export interface BatchOutcome {
  /** The folder. */
  readonly path: string;
  readonly packs: number;
  /** Packs that somebody changed since an earlier batch made them: they stay, with the new ones beside them. */
  readonly leftAlone: number;
  /** Decided loops whose record is not on this laptop. */
  readonly lacking: number;
}

export interface BatchProgress {
  /** Records that were looked at, whether or not they were asked for. */
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void;
  readonly signal: AbortSignal;
}

/** Why a batch stopped; what was whole until then stays and is in the manifest. */
export type BatchFailure = ExportFailure;
