import { z } from "zod";
import type { LoopId, SubjectId } from "../../domain/ids";
import { hashSchema, timestampSchema } from "../../domain/ids";
import type { Live, Loadable } from "../../domain/live";
import { loopRecordSchema } from "../../domain/record/record";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import { recordDays } from "../../domain/retention/record-keeping";
import type { StoreFailure } from "../failure";
import { liveLoad } from "../live/live-load";
import type { RowFormat } from "../rows/row-format";
import { derivedRowId } from "../rows/row-id";
import type { Readout } from "../rows/row-reader";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";

const storedRecordSchema = z.object({
  /** SHA-256 of the record's canonical JSON: what documents print. */
  hash: hashSchema,
  record: loopRecordSchema,
  savedAt: timestampSchema,
});
export type StoredRecord = z.infer<typeof storedRecordSchema>;

const recordFormat: RowFormat<StoredRecord> = {
  collection: "records",
  kind: "record",
  v: 2,
  schema: storedRecordSchema,
  // Version 2 may hold cards of version 2; the schema reads both.
  upgrades: { 1: (older) => older },
};

/** One row of the list of records. */
export type RecordSummary = ReturnType<typeof summaryOf>;

const summaryOf = ({ hash, record, savedAt }: StoredRecord) => ({
  loopId: record.loopId,
  hash,
  candidateName: record.plan.candidate.name,
  kitTitle: record.plan.kit.title,
  outcome: record.decision?.outcome ?? null,
  days: recordDays(record),
  savedAt,
});

/** The closed loops' records. A loop may have several, one per state it was closed in; none is overwritten. */
export interface RecordRepository {
  /** Newest first. Rows that cannot be read are in the store's list of unreadable rows. */
  readonly list: Live<Loadable<readonly RecordSummary[]>>;
  /** The same once, as it is stored now; a list that nobody listens to keeps what it knew. */
  readonly all: () => Promise<Result<readonly RecordSummary[], StoreFailure>>;
  /** Keeps a record under its hash; doing it twice changes nothing. */
  readonly keep: (record: Omit<StoredRecord, "savedAt">) => Promise<Result<void, StoreFailure>>;
  readonly ofLoop: (loopId: LoopId) => Promise<Result<Readout<StoredRecord>, StoreFailure>>;
  readonly forget: (subjectId: SubjectId) => void;
}

export const createRecordRepository = (context: RowTableContext): RecordRepository => {
  const table = createRowTable(context, recordFormat, { remember: false });
  // Only summaries are remembered: a record holds a whole kit.
  const summaries = createRowTable<RecordSummary>(
    context,
    { ...recordFormat, schema: storedRecordSchema.transform(summaryOf) },
    { remember: true },
  );
  const all: RecordRepository["all"] = async () => {
    const read = await summaries.all();
    if (!read.ok) return read;
    const found = read.value.rows.map(({ value }) => value);
    return ok(found.sort((one, other) => other.savedAt.localeCompare(one.savedAt)));
  };
  return {
    list: liveLoad((changed) => context.connection.watch(["records"], changed), all),
    all,
    keep: async ({ hash, record }) => {
      const id = await derivedRowId("records", record.loopId, hash);
      return table.keep(record.loopId, [{ id, value: { hash, record, savedAt: context.now() } }]);
    },
    ofLoop: table.ofSubject,
    forget: summaries.forget,
  };
};
