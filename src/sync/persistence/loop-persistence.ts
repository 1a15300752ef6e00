import type { LoopId } from "../../domain/ids";
import type { Result } from "../../domain/result";

/** Why the disk did not take or give something; `type` is the store's own code. */
export interface PersistenceFailure {
  readonly type: string;
}

/** A record of the whole document as it was when this was handed over. */
export type WholeRecord = Uint8Array | Promise<Uint8Array | null>;

/** What the disk has of a loop. */
export interface StoredLoop {
  /** Stored records in any order, byte for byte as they were appended. */
  readonly updates: readonly Uint8Array[];
  /** One item per record that is there and cannot be read. */
  readonly unreadable: readonly unknown[];
}

/**
 * Where a loop's document lives on this laptop: a log of opaque records that together are the document.
 * The sync does not know the disk; the store implements this and the app joins the two. Calls settle with a
 * failure as a value; a rejection is a bug of the implementation.
 */
export interface LoopPersistence {
  readonly load: (loopId: LoopId) => Promise<Result<StoredLoop, PersistenceFailure>>;
  /** Durable once it resolved; calls may overlap. */
  readonly append: (loopId: LoopId, record: Uint8Array) => Promise<Result<void, PersistenceFailure>>;
  /**
   * Puts `whole` in the place of every record that was loaded or appended before the call. The new record is
   * durable before an old one goes, so that a crash half-way leaves both; records that could not be read stay. Its bytes
   * may still be made after the call; null: they are no such record, and everything stays.
   */
  readonly compact: (loopId: LoopId, whole: WholeRecord) => Promise<Result<void, PersistenceFailure>>;
}
