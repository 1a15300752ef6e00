import type { RxCollection } from "rxdb";
import type { SubjectId, Timestamp } from "../../domain/ids";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { Connection } from "../database/connection";
import type { StoreFailure, UnreadableReason, UnreadableRow } from "../failure";
import type { KeyRefusal, LentKey } from "../subject-keys";
import type { KeyRing } from "./key-ring";
import type { EncryptedRow } from "./row";
import { openRow, parseRow, sealRow } from "./row-cipher";
import type { RowFormat } from "./row-format";
import { createRowMemory } from "./row-memory";
import type { UnreadableList } from "./unreadable";

/** What reading rows gave: the values with their row ids, and the rows that could not be read. */
export interface Readout<Value> {
  readonly rows: readonly { readonly id: string; readonly value: Value }[];
  readonly unreadable: readonly UnreadableRow[];
}

/** Where a row belongs. */
export interface RowPlace {
  readonly id: string;
  readonly subjectId: SubjectId;
}

/** Plain values of one kind over a collection of encrypted rows. */
export interface RowTable<Value> {
  /** Writes one row, over an older one of the same id. Durable once it resolved. */
  readonly put: (place: RowPlace, value: Value) => Promise<Result<void, StoreFailure>>;
  /** Writes the first row about a subject, whose key is made where it is missing. */
  readonly putFirst: (place: RowPlace, value: Value) => Promise<Result<void, StoreFailure>>;
  /** Writes those that are not there yet, all in one transaction; a row that no longer opens is written anew. */
  readonly keep: (
    subjectId: SubjectId,
    values: readonly { readonly id: string; readonly value: Value }[],
  ) => Promise<Result<void, StoreFailure>>;
  readonly one: (id: string) => Promise<Result<Value | null, StoreFailure>>;
  readonly ofSubject: (subjectId: SubjectId) => Promise<Result<Readout<Value>, StoreFailure>>;
  readonly all: () => Promise<Result<Readout<Value>, StoreFailure>>;
  /** Removes rows, also their bytes from the disk; an id that is not there is no failure. */
  readonly remove: (ids: readonly string[]) => Promise<Result<void, StoreFailure>>;
  /** Drops what is remembered of a subject in plain. */
  readonly forget: (subjectId: SubjectId) => void;
}

export interface RowTableContext {
  readonly connection: Connection;
  readonly keyRing: KeyRing;
  readonly unreadable: UnreadableList;
  readonly now: () => Timestamp;
}

type Opened<Value> = Result<Value, { readonly type: UnreadableReason }>;
type Rows = RxCollection<EncryptedRow>;

const dayOf = (time: Timestamp): string => time.slice(0, "2026-11-23".length);

/**
 * A table over the collection of `format`. With `remember` it keeps decrypted values as long as their rows do not
 * change, which is for short lists that are shown often, not for logs.
 */
export const createRowTable = <Value>(
  context: RowTableContext,
  format: RowFormat<Value>,
  options: { readonly remember: boolean },
): RowTable<Value> => {
  const { connection, keyRing, unreadable, now } = context;
  const { collection } = format;
  const memory = createRowMemory<Opened<Value>>();

  const openWithKey = async (row: EncryptedRow): Promise<Opened<Value>> => {
    const lent = await keyRing.keyOf(row.subjectId);
    return lent.ok ? openRow(format, lent.value, row) : err({ type: "noKey" });
  };

  const open = async (id: string, stored: unknown): Promise<Opened<Value>> => {
    const row = parseRow(format.kind, stored);
    const known = row.ok ? memory.recall(row.value) : null;
    const opened = known ?? (row.ok ? await openWithKey(row.value) : row);
    if (options.remember && row.ok && opened.ok) memory.remember(row.value, opened);
    unreadable.note(collection, id, opened.ok ? null : opened.error.type);
    return opened;
  };

  const read = async (query: { readonly subjectId?: SubjectId }) => {
    const found = await connection.run(collection, (rows) => rows.find({ selector: query }).exec());
    if (!found.ok) return found;
    const opened = await Promise.all(
      found.value.map(async (document) => ({
        id: document.primary,
        opened: await open(document.primary, document.toJSON()),
      })),
    );
    return ok(sortOut(collection, opened));
  };

  const seal = async (
    asked: Promise<Result<LentKey, KeyRefusal>>,
    place: RowPlace,
    value: Value,
  ): Promise<Result<EncryptedRow, StoreFailure>> => {
    const valid = format.schema.safeParse(value);
    if (!valid.success) {
      const issues = valid.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`);
      return err({ type: "invalidValue", collection, issues });
    }
    const lent = await asked;
    if (!lent.ok) return err({ type: "keyUnavailable", subjectId: place.subjectId, reason: lent.error.type });
    return ok(await sealRow(format, lent.value, { ...place, day: dayOf(now()) }, valid.data));
  };

  const write = async (
    sealed: Promise<Result<EncryptedRow, StoreFailure>>,
  ): Promise<Result<void, StoreFailure>> => {
    const row = await sealed;
    if (!row.ok) return row;
    return discardValue(await connection.run(collection, (rows) => rows.upsert(row.value)));
  };

  return {
    put: (place, value) => write(seal(keyRing.keyOf(place.subjectId), place, value)),
    putFirst: (place, value) => write(seal(keyRing.newKeyOf(place.subjectId), place, value)),
    keep: async (subjectId, values) => {
      const rows: EncryptedRow[] = [];
      for (const { id, value } of values) {
        const sealed = await seal(keyRing.keyOf(subjectId), { id, subjectId }, value);
        if (!sealed.ok) return sealed;
        rows.push(sealed.value);
      }
      return discardValue(
        await connection.run(collection, (stored) =>
          insertMissing(stored, rows, async (id, older) => (await open(id, older)).ok),
        ),
      );
    },
    one: async (id) => {
      const found = await connection.run(collection, (rows) => rows.findOne(id).exec());
      if (!found.ok) return found;
      if (found.value === null) return ok(null);
      const opened = await open(id, found.value.toJSON());
      return opened.ok ? opened : err({ type: "unreadable", collection, id, reason: opened.error.type });
    },
    ofSubject: (subjectId) => read({ subjectId }),
    all: () => read({}),
    remove: async (ids) => {
      const removed = await connection.run(collection, (rows) => removeForGood(rows, ids));
      if (removed.ok) for (const id of ids) unreadable.note(collection, id, null);
      return removed;
    },
    forget: memory.forget,
  };
};

const discardValue = (result: Result<unknown, StoreFailure>): Result<void, StoreFailure> =>
  result.ok ? ok(undefined) : result;

const sortOut = <Value>(
  collection: UnreadableRow["collection"],
  read: readonly { readonly id: string; readonly opened: Opened<Value> }[],
): Readout<Value> => ({
  rows: read.flatMap(({ id, opened }) => (opened.ok ? [{ id, value: opened.value }] : [])),
  unreadable: read.flatMap(({ id, opened }) =>
    opened.ok ? [] : [{ collection, id, reason: opened.error.type }],
  ),
});

const conflictStatus = 409;

const insertMissing = async (
  rows: Rows,
  fresh: readonly EncryptedRow[],
  isReadable: (id: string, stored: unknown) => Promise<boolean>,
): Promise<void> => {
  const { error } = await rows.bulkInsert([...fresh]);
  for (const failed of error) {
    if (failed.status !== conflictStatus) throw new Error(`write refused with status ${failed.status}`);
    const stored = await rows.findOne(failed.documentId).exec();
    const row = fresh.find(({ id }) => id === failed.documentId);
    if (row !== undefined && !(await isReadable(row.id, stored?.toJSON()))) await rows.upsert(row);
  }
};

const removeForGood = async (rows: Rows, ids: readonly string[]): Promise<void> => {
  const { error } = await rows.bulkRemove([...ids]);
  const [failed] = error;
  if (failed !== undefined) throw new Error(`removal refused with status ${failed.status}`);
  // RxDB only marks rows as removed; their ciphertext would stay on the disk.
  await rows.storageInstance.cleanup(0);
};
