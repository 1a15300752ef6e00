import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { inTurn } from "../../../src/domain/in-turn";
import { err, ok, type Result } from "../../../src/domain/result";
import {
  type JournalEntry,
  type JournalFailure,
  type JournalPart,
  type JournalPlace,
  type JournalRow,
  type JournalState,
  plainShelf,
  type RecentRows,
  type Shelf,
} from "../../contract/journal";
import {
  defaultShelfLimits,
  openShelf,
  type ShelfContents,
  type ShelfFiles,
  type ShelfLimits,
} from "./shelf";
import { folderOf, shelfOf } from "./shelf-folder";

/** The second copy of what the store holds, beside it and independent of it. */
export interface Journal {
  /** Takes entries at once; they are written in batches. */
  readonly append: (entries: readonly JournalEntry[]) => void;
  /** Resolves when everything given before is on the disk, or with why it is not. */
  readonly flush: () => Promise<Result<undefined, JournalFailure>>;
  readonly contents: (of?: JournalPart) => Promise<Result<ShelfContents, JournalFailure>>;
  /** How many plain rows there are, all settings, and the newest of the others. */
  readonly recent: () => Promise<Result<RecentRows, JournalFailure>>;
  readonly read: (
    places: readonly JournalPlace[],
  ) => Promise<Result<readonly JournalEntry[], JournalFailure>>;
  /** Removes everything about a subject, also what has not been written yet. */
  readonly destroy: (shelf: Shelf) => Promise<Result<undefined, JournalFailure>>;
}

export interface JournalOptions {
  /** The journal's own folder. */
  readonly folder: string;
  /** Rows of a subject whose key was destroyed are not taken. */
  readonly isDestroyed: (shelf: Shelf) => boolean;
  readonly onState: (state: JournalState) => void;
  /** Calls `act` once after so many milliseconds. */
  readonly later: (milliseconds: number, act: () => void) => void;
  readonly limits?: ShelfLimits;
}

/** How long entries wait for others; with the disk's own time they are durable within a second. */
export const batchMs = 250;
/** How long a disk that refused is left alone. */
export const retryMs = 5_000;

const failureOf = (thrown: unknown): JournalFailure => {
  if (thrown instanceof Error && "code" in thrown && typeof thrown.code === "string")
    return { type: "journalFailed", code: thrown.code };
  throw thrown;
};

const attempt = async <Value>(act: () => Promise<Value>): Promise<Result<Value, JournalFailure>> => {
  try {
    return ok(await act());
  } catch (thrown) {
    return err(failureOf(thrown));
  }
};

const keyOf = ({ collection, id }: JournalEntry): string => `${collection}/${id}`;

type Waiting = Map<Shelf, Map<string, JournalEntry>>;

/** Adds an entry; of two of the same row the later one counts, so a burst of key presses is one record. */
const addTo = (waiting: Waiting, entry: JournalEntry): void => {
  const shelf = waiting.get(entry.shelf) ?? new Map<string, JournalEntry>();
  waiting.set(entry.shelf, shelf);
  shelf.delete(keyOf(entry));
  shelf.set(keyOf(entry), entry);
};

/** Puts back what could not be written, unless something newer of the same row came meanwhile. */
const putBack = (waiting: Waiting, entries: readonly JournalEntry[]): void => {
  for (const entry of entries) if (!waiting.get(entry.shelf)?.has(keyOf(entry))) addTo(waiting, entry);
};

const removeShelf = (folder: string, shelf: Shelf): Promise<void> =>
  rm(join(folder, folderOf(shelf)), { recursive: true, force: true });

const contentsOf = async (opened: readonly ShelfFiles[]): Promise<ShelfContents> => {
  const rows: (readonly JournalRow[])[] = [];
  let damaged = 0;
  for (const files of opened) {
    const contents = await files.contents();
    rows.push(contents.rows);
    damaged += contents.damaged;
  }
  return { rows: rows.flat(), damaged };
};

const isOf = (of: JournalPart, shelf: Shelf): boolean =>
  of === "all" || (of === "plain") === (shelf === plainShelf);

const nothing: RecentRows = { counts: {}, rows: [] };

export const openJournal = (options: JournalOptions): Journal => {
  const { folder, isDestroyed, onState, later, limits = defaultShelfLimits } = options;
  const waiting: Waiting = new Map();
  const shelves = new Map<Shelf, Promise<ShelfFiles>>();
  let scheduled = false;
  let state: JournalState = { state: "written" };
  /** Everything that touches files runs one after the other. */
  const turns = inTurn();
  const filesOf = (shelf: Shelf): Promise<ShelfFiles> => {
    const known = shelves.get(shelf);
    if (known !== undefined) return known;
    const opening = openShelf(folder, shelf, limits);
    shelves.set(shelf, opening);
    opening.catch(() => shelves.delete(shelf));
    return opening;
  };
  const say = (next: JournalState): void => {
    const isSame = next.state === state.state;
    state = next;
    if (!isSame) onState(next);
  };

  const writeShelf = async (shelf: Shelf): Promise<Result<void, JournalFailure>> => {
    const entries = [...(waiting.get(shelf)?.values() ?? [])];
    waiting.delete(shelf);
    if (entries.length === 0 || isDestroyed(shelf)) return ok(undefined);
    const files = await attempt(() => filesOf(shelf));
    const written = files.ok ? await attempt(() => files.value.append(entries)) : files;
    if (!written.ok) putBack(waiting, entries);
    return files.ok && written.ok ? attempt(files.value.thin) : written.ok ? ok(undefined) : written;
  };
  const writeAll = async (): Promise<Result<undefined, JournalFailure>> => {
    let outcome: Result<undefined, JournalFailure> = ok(undefined);
    for (const shelf of [...waiting.keys()]) {
      const written = await writeShelf(shelf);
      if (!written.ok) outcome = written;
    }
    say(outcome.ok ? { state: "written" } : { state: "failed", failure: outcome.error });
    if (waiting.size > 0) schedule(retryMs);
    return outcome;
  };
  const flush = (): Promise<Result<undefined, JournalFailure>> => turns.run(writeAll);
  const schedule = (milliseconds: number): void => {
    if (scheduled) return;
    scheduled = true;
    later(milliseconds, () => {
      scheduled = false;
      void flush();
    });
  };

  const openAll = async (of: JournalPart): Promise<readonly ShelfFiles[]> => {
    const names = await readdir(folder).catch((thrown: unknown) => {
      if (failureOf(thrown).code === "ENOENT") return [];
      throw thrown;
    });
    const there = names.flatMap((name) => shelfOf(name) ?? []).filter((shelf) => isOf(of, shelf));
    const opened: ShelfFiles[] = [];
    for (const shelf of there)
      if (isDestroyed(shelf)) await removeShelf(folder, shelf);
      else opened.push(await filesOf(shelf));
    return opened;
  };
  const readAll = async (places: readonly JournalPlace[]): Promise<readonly JournalEntry[]> => {
    const entries: JournalEntry[] = [];
    for (const shelf of new Set(places.map((place) => place.shelf))) {
      const files = await filesOf(shelf);
      entries.push(...(await files.read(places.filter((place) => place.shelf === shelf))));
    }
    return entries;
  };

  return {
    append: (entries) => {
      for (const entry of entries) addTo(waiting, entry);
      if (entries.length > 0) schedule(state.state === "written" ? batchMs : retryMs);
    },
    flush,
    contents: async (of = "all") => {
      await flush();
      return turns.run(() => attempt(async () => contentsOf(await openAll(of))));
    },
    recent: async () => {
      await flush();
      return turns.run(() =>
        attempt(async () => {
          const [plain] = await openAll("plain");
          return plain?.recent() ?? nothing;
        }),
      );
    },
    read: async (places) => {
      await flush();
      return turns.run(() => attempt(() => readAll(places)));
    },
    destroy: (shelf) =>
      turns.run(() =>
        attempt(async () => {
          waiting.delete(shelf);
          shelves.delete(shelf);
          await removeShelf(folder, shelf);
          return undefined;
        }),
      ),
  };
};
