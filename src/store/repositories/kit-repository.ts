import { z } from "zod";
import type { Hash, KitId, Timestamp } from "../../domain/ids";
import { kitIdSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { listedParts } from "../../domain/kit/listed-parts";
import { partsToKit } from "../../domain/kit/parts-to-kit";
import { kitToParts } from "../../domain/kit/snapshot";
import type { Live, Loadable } from "../../domain/live";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { KitPart } from "../../domain/sealing/entries";
import { kitPartSchema } from "../../domain/sealing/entries";
import type { KitHeadDocument, KitVersionDocument } from "../collections/documents";
import type { Connection } from "../database/connection";
import { oneAtATime } from "../database/one-at-a-time";
import type { StoreFailure } from "../failure";
import { liveLoad } from "../live/live-load";
import type { UnreadableList } from "../rows/unreadable";
import { contentStamp } from "./content-stamp";
import type { FrozenKit, KitHead, Publication } from "./kit-format";
import {
  documentToFrozen,
  documentToPublication,
  frozenToDocument,
  headPath,
  kitHeadSchema,
  kitToHead,
  partToDocument,
  publicationId,
  publicationToDocument,
} from "./kit-format";
import { changeKitParts, type HeldParts, heldParts, writeKitParts } from "./write-kit-parts";
import { kitsWrittenSince, writtenLast } from "./written-since";

/** The kits that say something else than their newest published version. */
export interface DraftMarks {
  readonly drafts: readonly KitId[];
  /** The newest published versions of kits whose row an earlier program wrote: it says nothing of a draft. */
  readonly unsaid: readonly Publication[];
}

/** The role kits of this laptop. Kits are not about people and lie in plain. */
export interface KitRepository {
  /** By title. */
  readonly list: Live<Loadable<readonly KitHead[]>>;
  /** The same object for the same id, so that a screen may ask for it at every render. */
  readonly open: (id: KitId) => Live<Loadable<Kit>>;
  readonly one: (id: KitId) => Promise<Result<Kit, StoreFailure>>;
  /** Adds the kit to the library as its version 1; a kit that is already there is refused. */
  readonly add: (kit: Kit) => Promise<Result<KitId, StoreFailure>>;
  /** Puts the kit in the place of the one in the library that has its id; a kit that is not there is refused. */
  readonly replace: (kit: Kit) => Promise<Result<KitId, StoreFailure>>;
  /**
   * Changes a kit as it is stored now; `act` gets that kit and may refuse. Where another window wrote meanwhile, `act` is
   * asked again with what is stored then. Windows change kits one at a time, so that a removal here and an addition there
   * never leave a kit that does not read: whoever comes second sees what the first has done.
   */
  readonly edit: <Refusal extends { readonly type: string }>(
    id: KitId,
    act: (kit: Kit) => Result<Kit, Refusal>,
  ) => Promise<Result<Kit, StoreFailure | Refusal>>;
  /** The published versions, oldest first. */
  readonly publications: (id: KitId) => Promise<Result<readonly Publication[], StoreFailure>>;
  /** Which kits have a draft, as the rows of the list say it. Reads no kit. */
  readonly draftMarks: () => Promise<Result<DraftMarks, StoreFailure>>;
  /** The highest number that was given to a version, whether or not it can be read; 0 where none was published. */
  readonly lastNumber: (id: KitId) => Promise<Result<number, StoreFailure>>;
  /** Keeps that a version was published; a number that is taken by another is refused. Its snapshot is frozen before. */
  readonly publish: (publication: Publication) => Promise<Result<void, StoreFailure>>;
  /**
   * Keeps a snapshot under its Merkle root, which the caller computed; doing it twice changes nothing. One that is there
   * without guides and answers, as a loop of somebody else's left it, gets those it lacks.
   */
  readonly freeze: (frozen: FrozenKit) => Promise<Result<void, StoreFailure>>;
  /** Removes a snapshot, unless its kit is in the library. */
  readonly thaw: (kitRoot: Hash) => Promise<Result<void, StoreFailure>>;
  readonly frozen: (kitRoot: Hash) => Promise<Result<FrozenKit | null, StoreFailure>>;
  /** Lists again what a crash left unlisted, or listed as it was before; called when the store opens. */
  readonly repair: () => Promise<Result<void, StoreFailure>>;
}

/** The kit these parts make; null where one is missing, damaged or does not belong. */
const wholeKit = (parts: readonly KitPart[]): Kit | null => {
  const opened = partsToKit(listedParts(parts));
  return opened.ok && opened.value.withheld.length === 0 ? opened.value.kit : null;
};

/**
 * A kit that says what its row says was not changed on the day its row is written again; of one whose row was written
 * before rows said so nobody knows, and its day stays.
 */
const unchangedOr =
  (now: () => string) =>
  (kit: Kit) =>
  (before: KitHeadDocument | null): string =>
    before !== null && (before.stamp ?? contentStamp(kitToParts(kit))) === contentStamp(kitToParts(kit))
      ? before.updatedAt
      : now();

/** Made once: comparing by the language's order is slow where every comparison looks it up. */
const { compare } = new Intl.Collator();

export const createKitRepository = (context: {
  readonly connection: Connection;
  readonly unreadable: UnreadableList;
  readonly now: () => Timestamp;
  /** Names the queue of changes that all windows on this database share. */
  readonly queue: string;
}): KitRepository => {
  const { connection, unreadable, now } = context;
  const inTurn = oneAtATime(context.queue);
  const opened = new Map<KitId, Live<Loadable<Kit>>>();
  const dayBefore = unchangedOr(now);

  const heads = async (): Promise<Result<readonly KitHead[], StoreFailure>> => {
    const found = await connection.run("kits", (kits) => kits.find().exec());
    if (!found.ok) return found;
    const listed = z.array(kitHeadSchema).parse(found.value.map((document) => document.toJSON()));
    return ok(listed.sort((one, other) => compare(one.title, other.title)));
  };

  const kitOf = (id: KitId, held: HeldParts): Result<Kit, StoreFailure> => {
    if (held.length === 0) return err({ type: "notFound", collection: "kits", id });
    const parts = z.array(kitPartSchema).safeParse(held);
    const kit = parts.success ? wholeKit(parts.data) : null;
    unreadable.note("kits", id, kit === null ? "malformedValue" : null);
    return kit === null
      ? err({ type: "unreadable", collection: "kits", id, reason: "malformedValue" })
      : ok(kit);
  };

  const one = async (id: KitId): Promise<Result<Kit, StoreFailure>> => {
    const held = await connection.run("kitParts", (parts) => heldParts(parts, id));
    return held.ok ? kitOf(id, held.value) : held;
  };

  const hasPublication = (id: KitId, version: number): Promise<Result<boolean, StoreFailure>> =>
    connection.run("kitVersions", async (rows) => {
      const row = await rows.findOne(publicationId(id, version)).exec();
      return row !== null;
    });

  /** The highest number among the rows of publications; 0 where there is none. */
  const highestPublication = (id: KitId): Promise<Result<number, StoreFailure>> =>
    connection.run("kitVersions", async (rows) => {
      const found = await rows.find({ selector: { kitId: id } }).exec();
      const numbered = found.filter((row) => row.id === publicationId(id, row.version));
      return Math.max(0, ...numbered.map(({ version }) => version));
    });

  /** Numbers are given by row, also by one that cannot be read, and a crash may have kept the head from following. */
  const lastNumber: KitRepository["lastNumber"] = async (id) => {
    const head = await connection.run("kits", (kits) => kits.findOne(id).exec());
    if (!head.ok) return head;
    if (head.value === null) return highestPublication(id);
    // The head of a kit that was never published says 1 as well.
    let last = head.value.version === 1 ? 0 : head.value.version;
    for (;;) {
      const next = await hasPublication(id, last + 1);
      if (!next.ok) return next;
      if (!next.value) return ok(last);
      last += 1;
    }
  };

  const versionOf = async (id: KitId): Promise<Result<number, StoreFailure>> => {
    const last = await lastNumber(id);
    return last.ok ? ok(Math.max(1, last.value)) : last;
  };

  const frozen: KitRepository["frozen"] = async (kitRoot) => {
    const found = await connection.run("kitVersions", (versions) => versions.findOne(kitRoot).exec());
    if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
    const read = documentToFrozen(found.value.toMutableJSON());
    if (read !== null) return ok(read);
    return err({ type: "unreadable", collection: "kitVersions", id: kitRoot, reason: "malformedValue" });
  };

  /** What a version says, "" where none was published under its number; null where it cannot be read. */
  const stampOfVersion = async (id: KitId, version: number): Promise<Result<string | null, StoreFailure>> => {
    const row = await connection.run("kitVersions", (rows) =>
      rows.findOne(publicationId(id, version)).exec(),
    );
    if (!row.ok) return row;
    const publication = row.value === null ? null : documentToPublication(row.value.toMutableJSON());
    if (publication === null) return ok("");
    const kept = await frozen(publication.kitRoot);
    return ok(kept.ok && kept.value !== null ? contentStamp(kept.value.parts) : null);
  };

  const headOf = (id: KitId): Promise<Result<KitHeadDocument | null, StoreFailure>> =>
    connection.run("kits", async (kits) => {
      const row = await kits.findOne(id).exec();
      return row === null ? null : row.toMutableJSON();
    });

  /** Writes the row of the list; `dayOf` may keep the day of the one that is there. */
  const writeHead = async (
    kit: Kit,
    dayOf: (before: KitHeadDocument | null) => string = now,
  ): Promise<Result<unknown, StoreFailure>> => {
    const version = await versionOf(kit.id);
    if (!version.ok) return version;
    const before = await headOf(kit.id);
    if (!before.ok) return before;
    const known = before.value?.version === version.value ? before.value.published : undefined;
    // The row of a kit that was never published and one of a kit that just was have the same number.
    const published = known ? ok(known) : await stampOfVersion(kit.id, version.value);
    if (!published.ok) return published;
    const head = kitToHead(kit, version.value, dayOf(before.value), published.value);
    return connection.run("kits", (kits) => kits.upsert(head));
  };

  const add = async (kit: Kit): Promise<Result<KitId, StoreFailure>> => {
    const listed = await connection.run("kits", (kits) => kits.findOne(kit.id).exec());
    if (!listed.ok) return listed;
    if (listed.value !== null) return err({ type: "alreadyThere", collection: "kits", id: kit.id });
    const documents = kitToParts(kit).map((part) => partToDocument(kit.id, part));
    // All parts in one transaction: that is the moment the kit is saved. The head is derived from them, and
    // `repair` writes it where a crash came between.
    const saved = await connection.run("kitParts", (parts) => parts.bulkUpsert(documents));
    if (!saved.ok) return saved;
    const headed = await writeHead(kit);
    return headed.ok ? ok(kit.id) : headed;
  };

  const edit: KitRepository["edit"] = async (id, act) => {
    for (;;) {
      const held = await connection.run("kitParts", (parts) => heldParts(parts, id));
      if (!held.ok) return held;
      const before = kitOf(id, held.value);
      if (!before.ok) return before;
      const after = act(before.value);
      if (!after.ok || after.value === before.value) return after;
      const written = await connection.run("kitParts", (parts) =>
        changeKitParts(parts, after.value, held.value),
      );
      if (!written.ok) return written;
      if (!written.value) continue;
      const headed = await writeHead(after.value);
      return headed.ok ? after : headed;
    }
  };

  const publications: KitRepository["publications"] = async (id) => {
    const newest = await versionOf(id);
    if (!newest.ok) return newest;
    const ids = Array.from({ length: newest.value }, (_, index) => publicationId(id, index + 1));
    const found = await connection.run("kitVersions", (rows) => rows.findByIds(ids).exec());
    if (!found.ok) return found;
    const read = ids.flatMap((each) => {
      const row = found.value.get(each);
      return row === undefined ? [] : [{ id: each, is: documentToPublication(row.toMutableJSON()) }];
    });
    for (const row of read) unreadable.note("kitVersions", row.id, row.is === null ? "malformedValue" : null);
    return ok(read.flatMap(({ is }) => is ?? []));
  };

  const draftMarks: KitRepository["draftMarks"] = async () => {
    const listed = await heads();
    if (!listed.ok) return listed;
    const drafts = listed.value.filter(
      ({ stamp, published }) => (published ?? "") !== "" && published !== stamp,
    );
    const silent = listed.value.filter(({ stamp, published }) => stamp === null || published === null);
    const ids = silent.map(({ id, version }) => publicationId(id, version));
    const found = await connection.run("kitVersions", async (rows) =>
      ids.length === 0 ? [] : [...(await rows.findByIds(ids).exec()).values()],
    );
    if (!found.ok) return found;
    const unsaid = found.value.flatMap((row) => documentToPublication(row.toMutableJSON()) ?? []);
    return ok({ drafts: drafts.map(({ id }) => id), unsaid });
  };

  const freeze: KitRepository["freeze"] = async (frozen) => {
    const document = frozenToDocument(frozen, now());
    const lackedBy = ({ parts }: KitVersionDocument): KitVersionDocument["parts"] => {
      const held = new Set(parts.map(({ path }) => path));
      return document.parts.filter(({ path }) => !held.has(path));
    };
    const kept = await connection.run("kitVersions", async (versions) => {
      const row = await versions.insertIfNotExists(document);
      if (lackedBy(row.toMutableJSON()).length === 0) return;
      // Both hash to the one root, so a part that both have says the same in both.
      await row.incrementalModify((held) => ({ ...held, parts: [...held.parts, ...lackedBy(held)] }));
    });
    return kept.ok ? ok(undefined) : kept;
  };

  const publish: KitRepository["publish"] = async (publication) => {
    const document = publicationToDocument(publication);
    const kept = await connection.run("kitVersions", (rows) => rows.insertIfNotExists(document));
    if (!kept.ok) return kept;
    if (documentToPublication(kept.value.toMutableJSON())?.kitRoot !== publication.kitRoot)
      return err({ type: "alreadyThere", collection: "kitVersions", id: document.id });
    const kit = await one(publication.kitId);
    if (!kit.ok) return kit;
    const headed = await writeHead(kit.value);
    return headed.ok ? ok(undefined) : headed;
  };

  const replace = async (kit: Kit): Promise<Result<KitId, StoreFailure>> => {
    const listed = await connection.run("kits", (kits) => kits.findOne(kit.id).exec());
    if (!listed.ok) return listed;
    if (listed.value === null) return err({ type: "notFound", collection: "kits", id: kit.id });
    const written = await connection.run("kitParts", (parts) => writeKitParts(parts, kit));
    if (!written.ok) return written;
    const headed = await writeHead(kit);
    return headed.ok ? ok(kit.id) : headed;
  };

  /** Counting asks the index alone; reading a part of every kit would be much of a start. */
  const listsAll = async (): Promise<Result<boolean, StoreFailure>> => {
    const listed = await connection.run("kits", (kits) => kits.count().exec());
    const whole = await connection.run("kitParts", (parts) =>
      parts.count({ selector: { path: headPath } }).exec(),
    );
    if (!listed.ok) return listed;
    return whole.ok ? ok(listed.value === whole.value) : whole;
  };

  const unlisted = async (): Promise<Result<readonly KitId[], StoreFailure>> => {
    const listsEvery = await listsAll();
    if (!listsEvery.ok || listsEvery.value) return listsEvery.ok ? ok([]) : listsEvery;
    const listed = await heads();
    if (!listed.ok) return listed;
    const known = new Set<string>(listed.value.map(({ id }) => id));
    const found = await connection.run("kitParts", (parts) =>
      parts.find({ selector: { path: headPath } }).exec(),
    );
    if (!found.ok) return found;
    return ok(found.value.map(({ kitId }) => kitIdSchema.parse(kitId)).filter((id) => !known.has(id)));
  };

  return {
    list: liveLoad((changed) => connection.watch(["kits"], changed), heads),
    open: (id) => {
      const known = opened.get(id);
      if (known !== undefined) return known;
      const live = liveLoad(
        (changed) => connection.watch(["kits", "kitParts"], changed),
        () => one(id),
      );
      opened.set(id, live);
      return live;
    },
    one,
    add,
    replace: (kit) => inTurn(() => replace(kit)),
    edit: (id, act) => inTurn(() => edit(id, act)),
    publications,
    draftMarks,
    lastNumber,
    publish: (publication) => inTurn(() => publish(publication)),
    freeze,
    thaw: async (kitRoot) => {
      const found = await connection.run("kitVersions", (versions) => versions.findOne(kitRoot).exec());
      if (!found.ok || found.value === null) return found.ok ? ok(undefined) : found;
      const { kitId } = found.value.toMutableJSON();
      const listed = await connection.run("kits", (kits) => kits.findOne(kitId).exec());
      if (!listed.ok || listed.value !== null) return listed.ok ? ok(undefined) : listed;
      const removed = await connection.run("kitVersions", async (versions) => {
        await versions.bulkRemove([kitRoot]);
        await versions.storageInstance.cleanup(0);
      });
      return removed.ok ? ok(undefined) : removed;
    },
    frozen,
    repair: async () => {
      const [missing, last] = [await unlisted(), await connection.run("kits", writtenLast)];
      if (!missing.ok) return missing;
      if (!last.ok) return last;
      const behind = await connection.run("kitParts", (parts) => kitsWrittenSince(parts, last.value));
      if (!behind.ok) return behind;
      const published = await connection.run("kitVersions", (rows) => kitsWrittenSince(rows, last.value));
      if (!published.ok) return published;
      for (const id of new Set([...missing.value, ...behind.value, ...published.value])) {
        const kit = await one(id);
        const headed = kit.ok ? await writeHead(kit.value, dayBefore(kit.value)) : ok(undefined);
        if (!headed.ok) return headed;
      }
      return ok(undefined);
    },
  };
};
