import type { LoopId } from "../domain/ids";
import type { Live, Loadable } from "../domain/live";
import type { Result } from "../domain/result";
import type { RecordDays } from "../domain/retention/keeping";
import type { RetentionTable } from "../domain/retention/regimes";
import type { Failure } from "./services";

/** A record on this laptop, as far as its keeping is concerned. */
export interface KeptRecord {
  readonly loopId: LoopId;
  readonly candidateName: string;
  readonly kitTitle: string;
  /** Null where nothing is decided. */
  readonly days: RecordDays | null;
}

/** How long records are kept here: by which rules, and which loops are held. */
export interface RetentionService {
  readonly table: Live<Loadable<RetentionTable>>;
  readonly set: (table: RetentionTable) => Promise<Result<void, Failure>>;
  /** The newest record of each loop. */
  readonly records: Live<Loadable<readonly KeptRecord[]>>;
  /** This laptop's day, "2026-11-23". */
  readonly today: () => string;
}
