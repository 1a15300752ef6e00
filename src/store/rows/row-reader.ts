import type { SubjectId } from "../../domain/ids";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { Connection } from "../database/connection";
import type { StoreFailure, UnreadableReason, UnreadableRow } from "../failure";
import { isDamage, type Mender } from "../journal/mend";
import type { KeyRing } from "./key-ring";
import type { EncryptedRow } from "./row";
import { openRow, parseRow } from "./row-cipher";
import type { RowFormat } from "./row-format";
import { createRowMemory } from "./row-memory";
import type { UnreadableList } from "./unreadable";

/** What reading rows gave: the values with their row ids, and the rows that could not be read. */
export interface Readout<Value> {
  readonly rows: readonly { readonly id: string; readonly value: Value }[];
  readonly unreadable: readonly UnreadableRow[];
}

/** Plain values out of a collection of encrypted rows. */
export interface RowReader<Value> {
  readonly one: (id: string) => Promise<Result<Value | null, StoreFailure>>;
  readonly ofSubject: (subjectId: SubjectId) => Promise<Result<Readout<Value>, StoreFailure>>;
  readonly all: () => Promise<Result<Readout<Value>, StoreFailure>>;
  /** Decrypts one stored row and notes it where it cannot be read. */
  readonly open: (id: string, stored: unknown) => Promise<Opened<Value>>;
  /** Drops what is remembered of a subject in plain. */
  readonly forget: (subjectId: SubjectId) => void;
}

export interface RowReaderContext {
  readonly connection: Connection;
  readonly keyRing: KeyRing;
  readonly unreadable: UnreadableList;
  readonly mender: Mender;
}

type Opened<Value> = Result<Value, { readonly type: UnreadableReason }>;

/**
 * A reader of the rows of `format`. With `remember` it keeps decrypted values as long as their rows do not change,
 * which is for short lists that are shown often, not for logs.
 */
export const createRowReader = <Value>(
  { connection, keyRing, unreadable, mender }: RowReaderContext,
  format: RowFormat<Value>,
  { remember }: { readonly remember: boolean },
): RowReader<Value> => {
  const { collection } = format;
  const memory = createRowMemory<Opened<Value>>();

  const decrypt = async (row: EncryptedRow): Promise<Opened<Value>> => {
    const lent = await keyRing.keyOf(row.subjectId);
    return lent.ok ? openRow(format, lent.value, row) : err({ type: "noKey" });
  };

  const recallOrDecrypt = async (row: EncryptedRow): Promise<Opened<Value>> => {
    const known = memory.recall(row);
    if (known !== null) return known;
    const opened = await decrypt(row);
    if (remember && opened.ok) memory.remember(row, opened);
    return opened;
  };

  const open = async (id: string, stored: unknown): Promise<Opened<Value>> => {
    const row = parseRow(format.kind, stored);
    const opened = row.ok ? await recallOrDecrypt(row.value) : row;
    unreadable.note(collection, id, opened.ok ? null : opened.error.type);
    return opened;
  };

  const readOnce = async (selector: { readonly subjectId?: SubjectId }) => {
    const found = await connection.run(collection, (rows) => rows.find({ selector }).exec());
    if (!found.ok) return found;
    const own = found.value.filter(({ kind }) => format.beside?.includes(kind) !== true);
    const opening = own.map(async (document) => ({
      id: document.primary,
      opened: await open(document.primary, document.toJSON()),
    }));
    return ok(sortOut(collection, await Promise.all(opening)));
  };

  /** What is damaged is read once more where the journal had a copy of it. */
  const read = async (selector: { readonly subjectId?: SubjectId }) => {
    const readout = await readOnce(selector);
    const damaged = readout.ok ? readout.value.unreadable.filter(({ reason }) => isDamage(reason)) : [];
    if (damaged.length === 0) return readout;
    const mended = await mender.mend(
      collection,
      damaged.map(({ id }) => id),
    );
    return mended ? readOnce(selector) : readout;
  };

  const oneOnce = async (id: string): Promise<Result<Value | null, StoreFailure>> => {
    const found = await connection.run(collection, (rows) => rows.findOne(id).exec());
    if (!found.ok) return found;
    if (found.value === null) return ok(null);
    const opened = await open(id, found.value.toJSON());
    return opened.ok ? opened : err({ type: "unreadable", collection, id, reason: opened.error.type });
  };

  return {
    one: async (id) => {
      const opened = await oneOnce(id);
      if (opened.ok || opened.error.type !== "unreadable" || !isDamage(opened.error.reason)) return opened;
      return (await mender.mend(collection, [id])) ? oneOnce(id) : opened;
    },
    ofSubject: (subjectId) => read({ subjectId }),
    all: () => read({}),
    open,
    forget: memory.forget,
  };
};

const sortOut = <Value>(
  collection: UnreadableRow["collection"],
  read: readonly { readonly id: string; readonly opened: Opened<Value> }[],
): Readout<Value> => ({
  rows: read.flatMap(({ id, opened }) => (opened.ok ? [{ id, value: opened.value }] : [])),
  unreadable: read.flatMap(({ id, opened }) =>
    opened.ok ? [] : [{ collection, id, reason: opened.error.type }],
  ),
});
