import type { RxCollection, RxStorage } from "rxdb";
import type { SubjectId, Timestamp } from "../domain/ids";
import type { Live } from "../domain/live";
import type { Result } from "../domain/result";
import { ok } from "../domain/result";
import type { CollectionName } from "./collections/documents";
import { collectionNames } from "./collections/documents";
import { collectionDefinitions } from "./collections/schemas";
import type { Connection, StoreHealth } from "./database/connection";
import { connect } from "./database/connection";
import { dataFormat } from "./database/data-format";
import type { OpenProgress } from "./database/migrate";
import type { StoreFailure, UnreadableRow } from "./failure";
import { forgetSubject } from "./forget-subject";
import { areDoubted, lookForLostParts, sayDoubted } from "./journal/count-parts";
import { createMender, noMender } from "./journal/mend";
import { type RestoreParts, restoreFromJournal } from "./journal/restore";
import { createRestoreLog, type RestoreLog } from "./journal/restore-log";
import { arePlainWhole, isAboutPeople } from "./journal/restore-plain";
import type { RestoreReport } from "./journal/restore-report";
import type { ListedContents, RowJournal } from "./journal/row-journal";
import type { ApplicationRepository } from "./repositories/application-repository";
import { createApplicationRepository } from "./repositories/application-repository";
import type { CandidateRepository } from "./repositories/candidate-repository";
import { createCandidateRepository } from "./repositories/candidate-repository";
import type { DraftRepository } from "./repositories/draft-repository";
import { createDraftRepository } from "./repositories/draft-repository";
import type { EnvelopeRepository } from "./repositories/envelope-repository";
import { createEnvelopeRepository } from "./repositories/envelope-repository";
import type { HeldDraftRepository } from "./repositories/held-draft-repository";
import { createHeldDraftRepository } from "./repositories/held-draft-repository";
import type { KeptWordsRepository } from "./repositories/kept-words-repository";
import { createKeptWordsRepository } from "./repositories/kept-words-repository";
import type { KitRepository } from "./repositories/kit-repository";
import { createKitRepository } from "./repositories/kit-repository";
import type { LoopRepository } from "./repositories/loop-repository";
import { createLoopRepository } from "./repositories/loop-repository";
import type { LoopUpdateRepository } from "./repositories/loop-update-repository";
import { createLoopUpdateRepository } from "./repositories/loop-update-repository";
import type { RecordRepository } from "./repositories/record-repository";
import { createRecordRepository } from "./repositories/record-repository";
import type { SettingRepository } from "./repositories/setting-repository";
import { createSettingRepository } from "./repositories/setting-repository";
import { createKeyRing, type KeyRing } from "./rows/key-ring";
import { createUnreadableList } from "./rows/unreadable";
import type { KeyRefusal, SubjectKeys } from "./subject-keys";

export interface StoreOptions {
  /** `createDexieStorage()` in the app, RxDB's memory storage in tests. */
  // biome-ignore lint/suspicious/noExplicitAny: RxDB's own type for "whatever storage"; its internals are not ours.
  readonly storage: RxStorage<any, any>;
  readonly subjectKeys: SubjectKeys;
  /** The database's name: one per profile, and one per test. */
  readonly name: string;
  readonly now: () => Timestamp;
  /** 128 random bits in base64url. */
  readonly newId: () => string;
  readonly onProgress?: (progress: OpenProgress) => void;
  /** True where several windows open this store; they then hear of each other's writes. Default: false. */
  readonly multiInstance?: boolean;
  /**
   * The collections to open; the settings always are. Default: all. RxDB allows thirteen in one process, so a test
   * with several stores opens what it needs.
   */
  readonly collections?: readonly CollectionName[];
  /** The second copy beside the database, told of every write and asked where the database lost something. */
  readonly journal?: RowJournal;
  /**
   * Resolves when there is time for some work that nobody waits for; asked before each piece of it. Default: that work is done
   * before the store is handed out.
   */
  readonly whenQuiet?: () => Promise<void>;
}

/** The truth on this laptop. Plain domain objects in and out; a resolved write is durable. */
export interface Store {
  readonly kits: KitRepository;
  readonly candidates: CandidateRepository;
  readonly applications: ApplicationRepository;
  readonly loops: LoopRepository;
  readonly drafts: DraftRepository;
  readonly heldDrafts: HeldDraftRepository;
  readonly keptWords: KeptWordsRepository;
  readonly loopUpdates: LoopUpdateRepository;
  readonly envelopes: EnvelopeRepository;
  readonly records: RecordRepository;
  readonly settings: SettingRepository;
  /** Rows that were met and could not be read. They stay on the disk. */
  readonly unreadable: Live<readonly UnreadableRow[]>;
  /** What was lost or damaged in the database and came back from the journal, until somebody has read it. */
  readonly restored: RestoreLog;
  /** `broken` after a full disk or a lost backing store: writes fail until `reopen`. */
  readonly health: Live<StoreHealth>;
  /** Opens the database again; drafts that could not be written are then written by themselves. */
  readonly reopen: () => Promise<Result<void, StoreFailure>>;
  /** Borrows the key of a candidate or loop ahead of its use; makes it where `create` is asked for. */
  readonly openSubject: (
    subjectId: SubjectId,
    mode?: "existing" | "create",
  ) => Promise<Result<void, StoreFailure>>;
  /** Forgets the subject's key and what was decrypted with it, except cards on screen or not yet written. */
  readonly closeSubject: (subjectId: SubjectId) => void;
  /** Removes every row about a subject from the disk, readable or not, and forgets its key. */
  readonly forgetSubject: (subjectId: SubjectId) => Promise<Result<void, StoreFailure>>;
  /** Waits for pending drafts, then closes the database for good. */
  readonly close: () => Promise<void>;
}

/** Opens the store; older data is migrated, newer data refused, lost data brought back from the journal. */
export const openStore = async (options: StoreOptions): Promise<Result<Store, StoreFailure>> => {
  const { journal = null, collections = collectionNames } = options;
  // Nothing is journaled before the database is open, so the list is as good when it is asked for meanwhile.
  const [connected, people, recent] = await Promise.all([
    connect({
      storage: options.storage,
      name: options.name,
      multiInstance: options.multiInstance ?? false,
      collections,
      definitions: collectionDefinitions,
      dataFormat,
      onProgress: options.onProgress ?? (() => undefined),
      journal,
    }),
    journal?.contents("people"),
    journal?.recent(),
  ]);
  if (!connected.ok) return connected;
  const keyRing = createKeyRing(options.subjectKeys);
  const connection = connected.value;
  const opened = [...new Set<CollectionName>(["settings", ...collections])];
  const restore = journal && { connection, keyRing, journal, now: options.now, collections: opened };
  const store = storeOver(connection, keyRing, restore, options);
  const journaled = restore && people && recent ? { restore, people, recent } : null;
  const ready = await makeReady(store, journaled, options);
  if (!ready.ok) {
    await store.close();
    return ready;
  }
  const { whenQuiet } = options;
  if (journal !== null && whenQuiet !== undefined && hasKits(options))
    void lookForLostParts({ connection, journal, settings: store.settings }, whenQuiet);
  return ok(store);
};

interface Journaled {
  readonly restore: RestoreParts;
  readonly people: ListedContents;
  readonly recent: Awaited<ReturnType<RowJournal["recent"]>>;
}

/** What has to be done before anybody looks: bring back what was lost, list again what a crash left unlisted. */
const makeReady = async (
  { restored, kits, settings }: Store,
  journaled: Journaled | null,
  options: StoreOptions,
): Promise<Result<void, StoreFailure>> => {
  const log = await restored.load();
  if (!log.ok) return log;
  const report = journaled === null ? ok(null) : await restoreAtStart(journaled, settings, options);
  if (!report.ok) return report;
  if (report.value !== null) restored.add(report.value);
  return hasKits(options) ? kits.repair() : ok(undefined);
};

/** Whether a database has kits and their texts, so that it was not lost whole. */
const holdsKits = async ({ connection, collections }: RestoreParts): Promise<boolean> => {
  for (const name of ["kits", "kitParts"] as const) {
    if (!collections.includes(name)) return false;
    const found = await connection.run(name, async (rows) => {
      const one = await (rows as unknown as RxCollection<{ id: string }>).findOne().exec();
      return one !== null;
    });
    if (!found.ok || !found.value) return false;
  }
  return true;
};

const joined = (one: ListedContents, other: ListedContents): ListedContents => {
  if (!one.ok) return one;
  if (!other.ok) return other;
  const [first, second] = [one.value, other.value];
  return ok({
    rows: [...first.rows, ...second.rows],
    damaged: first.damaged + second.damaged,
    subjects: first.subjects,
  });
};

/**
 * Brings everything back before anybody looks: a row that somebody wrote over a loss would take the place of the better copy in the
 * journal. Settings and kits are listed only where a cheaper question shows a difference, or was not answered.
 */
const restoreAtStart = async (
  { restore, people, recent }: Journaled,
  settings: SettingRepository,
  { whenQuiet }: StoreOptions,
): Promise<Result<RestoreReport | null, StoreFailure>> => {
  const isDoubted = await areDoubted(settings);
  const isWhole =
    recent.ok && !isDoubted && (await holdsKits(restore))
      ? await arePlainWhole(restore, recent.value, whenQuiet === undefined)
      : ok(false);
  if (!isWhole.ok) return isWhole;
  if (!isWhole.value) {
    const contents = joined(people, await restore.journal.contents("plain"));
    const report = await restoreFromJournal(restore, contents);
    if (report.ok && isDoubted) await sayDoubted(settings, false);
    return report;
  }
  const collections = restore.collections.filter(isAboutPeople);
  return restoreFromJournal({ ...restore, collections }, people, true);
};

const hasKits = ({ collections = collectionNames }: StoreOptions): boolean =>
  collections.includes("kits") && collections.includes("kitParts");

const storeOver = (
  connection: Connection,
  keyRing: KeyRing,
  restore: RestoreParts | null,
  { name, now, newId, collections = collectionNames }: StoreOptions,
): Store => {
  const unreadable = createUnreadableList();
  const settings = createSettingRepository(connection);
  const restored = createRestoreLog(settings);
  const mender = restore === null ? noMender : createMender(restore, restored.add);
  const context = { connection, keyRing, unreadable, mender, now, newId };
  const candidates = createCandidateRepository(context);
  const applications = createApplicationRepository(context);
  const loops = createLoopRepository(context);
  const drafts = createDraftRepository(context);
  const records = createRecordRepository(context);
  const closeSubject = (subjectId: SubjectId): void => {
    keyRing.forget(subjectId);
    for (const { forget } of [candidates, applications, loops, drafts, records]) forget(subjectId);
  };
  return {
    kits: createKitRepository({ ...context, queue: `kits of ${name}` }),
    candidates,
    applications,
    loops,
    drafts,
    heldDrafts: createHeldDraftRepository(context),
    keptWords: createKeptWordsRepository(context),
    loopUpdates: createLoopUpdateRepository(context),
    envelopes: createEnvelopeRepository(context),
    records,
    settings,
    unreadable: unreadable.live,
    restored,
    health: connection.health,
    reopen: async () => {
      const reopened = await connection.reopen();
      if (!reopened.ok) return reopened;
      // Browsers are known to empty a database whose disk was full.
      const report =
        restore === null
          ? ok(null)
          : await restoreFromJournal(restore, await restore.journal.contents("all"));
      if (report.ok && report.value !== null) restored.add(report.value);
      drafts.retryFailed();
      return report.ok ? ok(undefined) : report;
    },
    openSubject: async (subjectId, mode = "existing") => {
      const lent = await (mode === "create" ? keyRing.newKeyOf(subjectId) : keyRing.keyOf(subjectId));
      return lent.ok ? ok(undefined) : keyFailure(subjectId, lent.error);
    },
    closeSubject,
    forgetSubject: async (subjectId) => {
      await drafts.whenIdle();
      const forgotten = await forgetSubject(connection, subjectId, collections);
      closeSubject(subjectId);
      return forgotten;
    },
    close: async () => {
      await drafts.whenIdle();
      await connection.close();
    },
  };
};

const keyFailure = (subjectId: SubjectId, refusal: KeyRefusal): Result<void, StoreFailure> => ({
  ok: false,
  error: { type: "keyUnavailable", subjectId, reason: refusal.type },
});
