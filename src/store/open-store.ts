import type { RxStorage } from "rxdb";
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
import type { CandidateRepository } from "./repositories/candidate-repository";
import { createCandidateRepository } from "./repositories/candidate-repository";
import type { DraftRepository } from "./repositories/draft-repository";
import { createDraftRepository } from "./repositories/draft-repository";
import type { EnvelopeRepository } from "./repositories/envelope-repository";
import { createEnvelopeRepository } from "./repositories/envelope-repository";
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
import { createKeyRing } from "./rows/key-ring";
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
}

/** The truth on this laptop. Plain domain objects in and out; a resolved write is durable. */
export interface Store {
  readonly kits: KitRepository;
  readonly candidates: CandidateRepository;
  readonly loops: LoopRepository;
  readonly drafts: DraftRepository;
  readonly loopUpdates: LoopUpdateRepository;
  readonly envelopes: EnvelopeRepository;
  readonly records: RecordRepository;
  readonly settings: SettingRepository;
  /** Rows that were met and could not be read. They stay on the disk. */
  readonly unreadable: Live<readonly UnreadableRow[]>;
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
  /** Waits for pending drafts, then closes the database for good. */
  readonly close: () => Promise<void>;
}

/** Opens the store; older data is migrated, newer data refused. */
export const openStore = async (options: StoreOptions): Promise<Result<Store, StoreFailure>> => {
  const connected = await connect({
    storage: options.storage,
    name: options.name,
    multiInstance: options.multiInstance ?? false,
    collections: options.collections ?? collectionNames,
    definitions: collectionDefinitions,
    dataFormat,
    onProgress: options.onProgress ?? (() => undefined),
  });
  if (!connected.ok) return connected;
  const store = storeOver(connected.value, options);
  const repaired = hasKits(options) ? await store.kits.repair() : ok(undefined);
  if (repaired.ok) return ok(store);
  await store.close();
  return repaired;
};

const hasKits = ({ collections = collectionNames }: StoreOptions): boolean =>
  collections.includes("kits") && collections.includes("kitParts");

const storeOver = (connection: Connection, { subjectKeys, now, newId }: StoreOptions): Store => {
  const keyRing = createKeyRing(subjectKeys);
  const unreadable = createUnreadableList();
  const context = { connection, keyRing, unreadable, now, newId };
  const candidates = createCandidateRepository(context);
  const loops = createLoopRepository(context);
  const drafts = createDraftRepository(context);
  const records = createRecordRepository(context);
  return {
    kits: createKitRepository(context),
    candidates,
    loops,
    drafts,
    loopUpdates: createLoopUpdateRepository(context),
    envelopes: createEnvelopeRepository(context),
    records,
    settings: createSettingRepository(connection),
    unreadable: unreadable.live,
    health: connection.health,
    reopen: async () => {
      const reopened = await connection.reopen();
      if (reopened.ok) drafts.retryFailed();
      return reopened;
    },
    openSubject: async (subjectId, mode = "existing") => {
      const lent = await (mode === "create" ? keyRing.newKeyOf(subjectId) : keyRing.keyOf(subjectId));
      return lent.ok ? ok(undefined) : keyFailure(subjectId, lent.error);
    },
    closeSubject: (subjectId) => {
      keyRing.forget(subjectId);
      for (const { forget } of [candidates, loops, drafts, records]) forget(subjectId);
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
