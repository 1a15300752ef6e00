import type { RxCollection } from "rxdb";
import type { SubjectId, Timestamp } from "../../domain/ids";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import type { KeyRefusal, LentKey } from "../subject-keys";
import type { EncryptedRow } from "./row";
import { sealRow } from "./row-cipher";
import type { RowFormat } from "./row-format";
import type { RowReader, RowReaderContext } from "./row-reader";
import { createRowReader } from "./row-reader";

/** Where a row belongs. */
export interface RowPlace {
  readonly id: string;
  readonly subjectId: SubjectId;
}

/** Plain values of one kind over a collection of encrypted rows. A write that resolved is durable. */
export interface RowTable<Value> extends Omit<RowReader<Value>, "open"> {
  /** Writes one row, over an older one of the same id. */
  readonly put: (place: RowPlace, value: Value) => Promise<Result<void, StoreFailure>>;
  /** Writes the first row about a subject, whose key is made where it is missing. */
  readonly putFirst: (place: RowPlace, value: Value) => Promise<Result<void, StoreFailure>>;
  /** Writes those that are not there yet, all in one transaction; a row that no longer opens is written anew. */
  readonly keep: (
    subjectId: SubjectId,
    values: readonly { readonly id: string; readonly value: Value }[],
  ) => Promise<Result<void, StoreFailure>>;
  /** Removes rows, also their bytes from the disk; an id that is not there is no failure. */
  readonly remove: (ids: readonly string[]) => Promise<Result<void, StoreFailure>>;
}

export interface RowTableContext extends RowReaderContext {
  readonly now: () => Timestamp;
}

type Asked = Promise<Result<LentKey, KeyRefusal>>;
type Rows = RxCollection<EncryptedRow>;

/** A table over the collection of `format`; `remember` as in `createRowReader`. */
export const createRowTable = <Value>(
  context: RowTableContext,
  format: RowFormat<Value>,
  options: { readonly remember: boolean },
): RowTable<Value> => {
  const { connection, keyRing, unreadable, now } = context;
  const { collection } = format;
  const { open, ...reader } = createRowReader(context, format, options);

  const seal = async (
    asked: Asked,
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

  const write = async (asked: Asked, place: RowPlace, value: Value) => {
    const row = await seal(asked, place, value);
    if (!row.ok) return row;
    const written = await connection.run(collection, (rows) => rows.upsert(row.value));
    return written.ok ? ok(undefined) : written;
  };

  return {
    ...reader,
    put: (place, value) => write(keyRing.keyOf(place.subjectId), place, value),
    putFirst: (place, value) => write(keyRing.newKeyOf(place.subjectId), place, value),
    keep: async (subjectId, values) => {
      const fresh: EncryptedRow[] = [];
      for (const { id, value } of values) {
        const sealed = await seal(keyRing.keyOf(subjectId), { id, subjectId }, value);
        if (!sealed.ok) return sealed;
        fresh.push(sealed.value);
      }
      const isReadable = async (id: string, stored: unknown) => (await open(id, stored)).ok;
      return connection.run(collection, (rows) => insertMissing(rows, fresh, isReadable));
    },
    remove: async (ids) => {
      const removed = await connection.run(collection, (rows) => removeForGood(rows, ids));
      if (removed.ok) for (const id of ids) unreadable.note(collection, id, null);
      return removed;
    },
  };
};

const dayOf = (time: Timestamp): string => time.slice(0, "2026-11-23".length);

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

/** Removes rows and their bytes. */
export const removeForGood = async (rows: Rows, ids: readonly string[]): Promise<void> => {
  const { error } = await rows.bulkRemove([...ids]);
  const [failed] = error;
  if (failed !== undefined) throw new Error(`removal refused with status ${failed.status}`);
  // RxDB only marks rows as removed; their ciphertext would stay on the disk.
  await rows.storageInstance.cleanup(0);
};
