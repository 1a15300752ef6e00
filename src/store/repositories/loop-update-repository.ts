import { z } from "zod";
import type { Base64Url, LoopId } from "../../domain/ids";
import { base64UrlSchema, timestampSchema } from "../../domain/ids";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import type { StoreFailure, UnreadableRow } from "../failure";
import type { QueuedWriter } from "../live/queued-writer";
import { createQueuedWriter } from "../live/queued-writer";
import { fromBase64Url, toBase64Url, toBase64UrlInTurns } from "../rows/base64url";
import type { RowFormat } from "../rows/row-format";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";

const bytesSchema = base64UrlSchema.refine((text) => text.length % 4 !== 1);

const storedUpdateSchema = z.object({
  bytes: bytesSchema,
  at: timestampSchema,
  /** Counts the writes of one session; orders those of one millisecond. */
  index: z.int().nonnegative(),
});
type StoredUpdate = z.infer<typeof storedUpdateSchema>;

const updateFormat: RowFormat<StoredUpdate> = {
  collection: "loopUpdates",
  kind: "update",
  v: 1,
  schema: storedUpdateSchema,
  upgrades: {},
};

/** What the disk has of a loop. */
export interface LoopLog {
  /** Oldest first as far as clocks tell; applying them in any order, or twice, gives the same document. */
  readonly updates: readonly Uint8Array[];
  readonly unreadable: readonly UnreadableRow[];
}

/** The update log of every loop: opaque bytes that together are the shared document. */
export interface LoopUpdateRepository {
  readonly load: (loopId: LoopId) => Promise<Result<LoopLog, StoreFailure>>;
  /** Durable once it resolved. Appends that come while one is being written share the next write. */
  readonly append: (loopId: LoopId, update: Uint8Array) => Promise<Result<void, StoreFailure>>;
  /**
   * Puts one update in the place of everything this store has loaded or appended of the loop: it must contain all
   * of that. What another window appended meanwhile, and rows that could not be read, stay. A crash half-way leaves
   * both, which is the same document. The update may come later than the call, which says what it covers; null replaces
   * nothing.
   */
  readonly compact: (
    loopId: LoopId,
    whole: Uint8Array | Promise<Uint8Array | null>,
  ) => Promise<Result<void, StoreFailure>>;
}

const byTime = (one: StoredUpdate, other: StoredUpdate): number =>
  one.at.localeCompare(other.at) || one.index - other.index;

interface LogRow {
  readonly id: string;
  readonly value: StoredUpdate;
}

/** Loaded bytes were checked by the schema, so they always decode. */
const bytesOf = ({ bytes }: StoredUpdate): Uint8Array => {
  const decoded = fromBase64Url(bytes);
  if (decoded === null) throw new Error("an update that passed its schema is no base64url");
  return decoded;
};

export const createLoopUpdateRepository = (
  context: RowTableContext & { readonly newId: () => string },
): LoopUpdateRepository => {
  const table = createRowTable(context, updateFormat, { remember: false });
  const logs = new Map<LoopId, LoopLogState>();
  let index = 0;

  const rowOf = (bytes: Base64Url): LogRow => {
    index += 1;
    return { id: context.newId(), value: { bytes, at: context.now(), index } };
  };

  const logOf = (loopId: LoopId): LoopLogState => {
    const known = logs.get(loopId);
    if (known !== undefined) return known;
    const log: LoopLogState = {
      held: new Set(),
      writer: createQueuedWriter(
        (rows) => table.keep(loopId, rows),
        (waiting, newer) => [...waiting, ...newer],
      ),
    };
    logs.set(loopId, log);
    return log;
  };

  const append = (loopId: LoopId, row: LogRow): Promise<Result<void, StoreFailure>> => {
    const log = logOf(loopId);
    log.held.add(row.id);
    return log.writer.save([row]);
  };

  return {
    load: async (loopId) => {
      const read = await table.ofSubject(loopId);
      if (!read.ok) return read;
      const rows = [...read.value.rows].sort((one, other) => byTime(one.value, other.value));
      for (const { id } of rows) logOf(loopId).held.add(id);
      return ok({ updates: rows.map(({ value }) => bytesOf(value)), unreadable: read.value.unreadable });
    },
    append: (loopId, update) => append(loopId, rowOf(toBase64Url(update))),
    compact: async (loopId, whole) => {
      const { held } = logOf(loopId);
      const covered = [...held];
      const bytes = await whole;
      if (bytes === null) return ok(undefined);
      const written = await append(loopId, rowOf(await toBase64UrlInTurns(bytes)));
      if (!written.ok) return written;
      const removed = await table.remove(covered);
      if (removed.ok) for (const id of covered) held.delete(id);
      return removed;
    },
  };
};

interface LoopLogState {
  /** The ids of the rows this store has loaded or appended. */
  readonly held: Set<string>;
  readonly writer: QueuedWriter<readonly LogRow[], Result<void, StoreFailure>>;
}
