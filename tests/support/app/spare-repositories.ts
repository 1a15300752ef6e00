import type { LoopId } from "../../../src/domain/ids";
import type { KeptWords } from "../../../src/domain/loop/kept-words";
import { ok } from "../../../src/domain/result";
import type { DraftCopy } from "../../../src/domain/sealing/draft-copy";
import type { CollectionName } from "../../../src/store/collections/documents";
import type { Store } from "../../../src/store/open-store";
import type { StoredEnvelope } from "../../../src/store/repositories/envelope-repository";
import type { FrozenKit } from "../../../src/store/repositories/kit-format";
import type { StoredRecord } from "../../../src/store/repositories/record-repository";
import { noon } from "../builders/record";

/**
 * Plain memory in the place of the repositories whose collections a test did not open: RxDB allows thirteen in one
 * process, and three laptops need more. Kept beside the laptop, so that it outlives a restart as a disk would.
 */
export interface SpareDisk {
  readonly envelopes: StoredEnvelope[];
  readonly records: StoredRecord[];
  readonly frozen: FrozenKit[];
  readonly heldDrafts: DraftCopy[];
  readonly keptWords: Map<LoopId, readonly KeptWords[]>;
}

export const newSpareDisk = (): SpareDisk => ({
  envelopes: [],
  records: [],
  frozen: [],
  heldDrafts: [],
  keptWords: new Map(),
});

/** Adds what is not there yet, by its hash. */
const keepOnce = <Item extends { readonly hash: string }>(disk: Item[], items: readonly Item[]): void => {
  for (const item of items) if (!disk.some(({ hash }) => hash === item.hash)) disk.push(item);
};

const readout = <Item extends { readonly hash: string }>(items: readonly Item[]) =>
  ok({ rows: items.map((value) => ({ id: value.hash, value })), unreadable: [] });

const spareEnvelopes = (disk: SpareDisk): Store["envelopes"] => ({
  keep: async (_loopId, envelopes) => {
    keepOnce(
      disk.envelopes,
      envelopes.map((envelope) => ({ ...envelope, keptAt: noon })),
    );
    return ok(undefined);
  },
  ofLoop: async () => readout(disk.envelopes),
});

const spareRecords = (disk: SpareDisk, real: Store["records"]): Store["records"] => ({
  ...real,
  keep: async (record) => {
    keepOnce(disk.records, [{ ...record, savedAt: noon }]);
    return ok(undefined);
  },
  ofLoop: async (loopId) => readout(disk.records.filter(({ record }) => record.loopId === loopId)),
});

const spareKits = (disk: SpareDisk, real: Store["kits"]): Store["kits"] => ({
  ...real,
  freeze: async (frozen) => {
    if (!disk.frozen.some(({ kitRoot }) => kitRoot === frozen.kitRoot)) disk.frozen.push(frozen);
    return ok(undefined);
  },
  thaw: async (kitRoot) => {
    const at = disk.frozen.findIndex((frozen) => frozen.kitRoot === kitRoot);
    if (at >= 0) disk.frozen.splice(at, 1);
    return ok(undefined);
  },
  frozen: async (kitRoot) => ok(disk.frozen.find((frozen) => frozen.kitRoot === kitRoot) ?? null),
});

const isOlder = (one: DraftCopy["header"], other: DraftCopy["header"]): boolean =>
  one.slotId === other.slotId && one.deviceId === other.deviceId && one.number < other.number;

const spareHeldDrafts = (disk: SpareDisk): Store["heldDrafts"] => ({
  keep: async (copy) => {
    const older = disk.heldDrafts.findIndex(({ header }) => isOlder(header, copy.header));
    if (older >= 0) disk.heldDrafts.splice(older, 1);
    disk.heldDrafts.push(copy);
    return ok(undefined);
  },
  ofLoop: async () =>
    ok({
      rows: disk.heldDrafts.map((copy, index) => ({ id: String(index), value: { copy, keptAt: noon } })),
      unreadable: [],
    }),
});

const spareKeptWords = (disk: SpareDisk): Store["keptWords"] => ({
  put: async (loopId, kept) => {
    disk.keptWords.set(loopId, kept);
    return ok(undefined);
  },
  ofLoop: async (loopId) => ok(disk.keptWords.get(loopId) ?? []),
});

/** The store with memory behind whatever was left closed. */
export const withSpares = (store: Store, opened: readonly CollectionName[], disk: SpareDisk): Store => ({
  ...store,
  envelopes: opened.includes("envelopes") ? store.envelopes : spareEnvelopes(disk),
  heldDrafts: opened.includes("heldDrafts") ? store.heldDrafts : spareHeldDrafts(disk),
  keptWords: opened.includes("heldDrafts") ? store.keptWords : spareKeptWords(disk),
  records: opened.includes("records") ? store.records : spareRecords(disk, store.records),
  kits: opened.includes("kitVersions") ? store.kits : spareKits(disk, store.kits),
});
