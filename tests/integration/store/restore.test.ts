import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RxStorageInstance } from "rxdb";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { candidateIdSchema, kitIdSchema } from "../../../src/domain/ids";
import { err, ok, unwrap } from "../../../src/domain/result";
import type { Store } from "../../../src/store/open-store";
import type { EncryptedRow } from "../../../src/store/rows/row";
import { aKit } from "../../support/builders/kit";
import { aCard, aSlot, loopId } from "../../support/builders/record";
import { aCandidateLoop } from "../../support/store/a-stored-loop";
import { type FileJournal, fileJournal } from "../../support/store/file-journal";
import { createStoreBench, type StoreBench } from "../../support/store/store-bench";
import { whenReady } from "../../support/store/when-ready";

type RowStorage<Row> = RxStorageInstance<Row, unknown, unknown>;

const slot = aSlot("bench", ["ana"]);
const draft = (takeaway: string) => aCard(slot, "ana", { "q-samples": 3 }, { takeaway });
const kit = aKit();

let folder = "";
let bench: StoreBench;
const others: StoreBench[] = [];
let journal: FileJournal;

/** Opens the store of a disk with the journal as the next start of the program finds it. */
const start = async (on: StoreBench = bench, subjects = 0): Promise<Store> => {
  journal = fileJournal(folder, subjects);
  return on.open({ journal, subjectKeys: bench.subjectKeys });
};

/** Another, empty database with the same keys: what a browser leaves after it has thrown the old one away. */
const emptied = (): StoreBench => {
  const other = createStoreBench(getRxStorageMemory());
  others.push(other);
  return other;
};

/** A little of everything a laptop stores, all of it in the journal. */
const fill = async (store: Store): Promise<void> => {
  unwrap(await store.kits.add(kit));
  unwrap(await store.candidates.add({ name: "Noor Haddad", contact: "", kitId: kit.id }));
  unwrap(await store.openSubject(loopId, "create"));
  unwrap(await store.loops.add(aCandidateLoop(loopId)));
  unwrap(await store.loopUpdates.append(loopId, Uint8Array.of(1, 2, 3)));
  for (const text of ["C", "Careful", "Careful."]) unwrap(await store.drafts.save(draft(text)));
  unwrap(await journal.flush());
};

const namesOf = async (store: Store): Promise<readonly string[]> =>
  (await whenReady(store.candidates.list)).map(({ name }) => name);
const takeawayOf = async (store: Store) => unwrap(await store.drafts.stored(draft("")))?.card.takeaway;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-restore-"));
  bench = createStoreBench(getRxStorageMemory());
});
afterEach(async () => {
  for (const open of [bench, ...others.splice(0)]) await open.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a database that is gone", () => {
  it("is rebuilt from the journal, and what came back is counted", async () => {
    await fill(await start());
    await bench.close();
    const store = await start(emptied());
    expect(await namesOf(store)).toEqual(["Noor Haddad"]);
    expect(unwrap(await store.kits.one(kit.id))).toEqual(kit);
    expect(unwrap(await store.loops.one(loopId))?.candidateName).toBe("Noor Haddad");
    expect(unwrap(await store.loopUpdates.load(loopId)).updates).toEqual([Uint8Array.of(1, 2, 3)]);
    expect(await takeawayOf(store)).toBe("Careful.");
    expect(store.restored.live.get()).toMatchObject({
      wasLost: true,
      restored: { candidates: 1, kits: 1, loops: 1, loopUpdates: 1, drafts: 1 },
      keyless: 0,
      damaged: 0,
      journalFailed: false,
    });
  });

  it("is told until somebody has read it, also after a restart, and then no more", async () => {
    await fill(await start());
    await bench.close();
    const second = emptied();
    await start(second);
    const again = await start(second);
    expect(again.restored.live.get()).toMatchObject({ wasLost: true, restored: { drafts: 1 } });
    again.restored.dismiss();
    expect((await start(second)).restored.live.get()).toBeNull();
  });

  it("can be lost twice: what was written after the rebuild is in the journal too", async () => {
    await fill(await start());
    await bench.close();
    const second = emptied();
    const rebuilt = await start(second);
    unwrap(await rebuilt.drafts.save(draft("Careful, and quick.")));
    unwrap(await journal.flush());
    await second.close();
    const third = emptied();
    expect(await takeawayOf(await start(third))).toBe("Careful, and quick.");
  });

  it("says so although the journal is gone too, as long as this laptop holds keys of subjects", async () => {
    const store = await start(bench, 2);
    expect(store.restored.live.get()).toMatchObject({ wasLost: true, restored: {} });
  });

  it("says nothing at the very first start", async () => {
    expect((await start()).restored.live.get()).toBeNull();
  });

  it("gets back rows whose key is not here, and says how many do not open", async () => {
    await fill(await start());
    await bench.close();
    bench.subjectKeys.refuse(loopId, "noKey");
    const second = emptied();
    const store = await start(second);
    expect(store.restored.live.get()).toMatchObject({ restored: { candidates: 1 }, keyless: 3 });
    bench.subjectKeys.refuse(loopId, null);
    expect(await takeawayOf(await start(second))).toBe("Careful.");
  });

  it("gets nothing back about a subject whose key was destroyed, and says nothing of it", async () => {
    await fill(await start());
    await bench.close();
    bench.subjectKeys.refuse(loopId, "destroyed");
    const second = emptied();
    const store = await start(second);
    expect(unwrap(await store.loops.one(loopId))).toBeNull();
    expect(store.restored.live.get()).toMatchObject({ restored: { candidates: 1 }, keyless: 0, damaged: 0 });
    expect(store.restored.live.get()?.restored).not.toHaveProperty("drafts");
  });

  it("gets back everything but what is damaged in the journal, and says that something is", async () => {
    await fill(await start());
    await bench.close();
    for (const shelf of readdirSync(folder))
      for (const name of readdirSync(join(folder, shelf))) {
        const path = join(folder, shelf, name);
        const bytes = readFileSync(path);
        const at = bytes.indexOf('"collection":"loopUpdates"');
        if (at >= 0) bytes[at] = 0;
        writeFileSync(path, bytes);
      }
    const store = await start(emptied());
    expect(await takeawayOf(store)).toBe("Careful.");
    expect(unwrap(await store.loopUpdates.load(loopId)).updates).toEqual([]);
    expect(store.restored.live.get()).toMatchObject({ restored: { drafts: 1, loops: 1 }, damaged: 1 });
  });
});

describe("a database that is there", () => {
  it("needs nothing of the journal where it is whole", async () => {
    await fill(await start());
    const store = await start();
    expect(store.restored.live.get()).toBeNull();
    expect(journal.reads()).toBe(0);
  });

  it("gets back a row that vanished from it", async () => {
    await fill(await start());
    await bench.withDatabase(async ({ collections }) => {
      await collections.drafts?.find().remove();
      await collections.drafts?.storageInstance.cleanup(0);
    });
    const store = await start();
    expect(await takeawayOf(store)).toBe("Careful.");
    expect(store.restored.live.get()).toMatchObject({ wasLost: false, restored: { drafts: 1 } });
  });

  it("gets back the newest state of a row of which it kept an older one", async () => {
    const older = emptied();
    const before = await older.open({ subjectKeys: bench.subjectKeys });
    unwrap(await before.openSubject(loopId, "create"));
    unwrap(await before.drafts.save(draft("C")));
    // One database at a time: RxDB counts the collections of a process.
    await older.close();
    await fill(await start());
    await bench.close();
    expect(await takeawayOf(await start(older))).toBe("Careful.");
  });

  it("keeps a row of which the journal has an older state, and tells the journal", async () => {
    await fill(await start());
    const unfed = await bench.open();
    unwrap(await unfed.drafts.save(draft("Careful, always.")));
    const store = await start();
    expect(await takeawayOf(store)).toBe("Careful, always.");
    expect(store.restored.live.get()).toBeNull();
    unwrap(await journal.flush());
    await bench.close();
    const second = emptied();
    expect(await takeawayOf(await start(second))).toBe("Careful, always.");
  });

  it("that was filled before there was a journal is told to it whole", async () => {
    const unfed = await bench.open();
    unwrap(await unfed.candidates.add({ name: "Noor Haddad", contact: "", kitId: null }));
    await start();
    unwrap(await journal.flush());
    await bench.close();
    const second = emptied();
    expect(await namesOf(await start(second))).toEqual(["Noor Haddad"]);
  });

  it("gives back a draft that was removed only as removed", async () => {
    const store = await start();
    await fill(store);
    unwrap(await store.drafts.discard(draft("")));
    unwrap(await journal.flush());
    await bench.close();
    const second = emptied();
    expect(await takeawayOf(await start(second))).toBeUndefined();
  });
});

describe("a row that does not open", () => {
  const flipped = (row: EncryptedRow): EncryptedRow => ({
    ...row,
    ct: `${row.ct.startsWith("A") ? "B" : "A"}${row.ct.slice(1)}` as EncryptedRow["ct"],
  });
  const damage = async (collection: "drafts" | "loopUpdates"): Promise<void> => {
    const [row] = (await bench.rawRows(collection)) as EncryptedRow[];
    const { id, kind, subjectId, day, v, keyVersion, nonce, ct } = row as EncryptedRow;
    await bench.putRawRow(collection, flipped({ id, kind, subjectId, day, v, keyVersion, nonce, ct }));
  };

  it("is mended from the journal when the store opens, and said", async () => {
    await fill(await start());
    await damage("drafts");
    const store = await start();
    expect(await takeawayOf(store)).toBe("Careful.");
    expect(store.restored.live.get()).toMatchObject({ wasLost: false, restored: { drafts: 1 } });
  });

  it("is mended from the journal when it is met, in a log of updates too", async () => {
    await fill(await start());
    await damage("loopUpdates");
    const store = await start();
    const log = unwrap(await store.loopUpdates.load(loopId));
    expect(log).toMatchObject({ updates: [Uint8Array.of(1, 2, 3)], unreadable: [] });
    expect(store.unreadable.get()).toEqual([]);
  });

  it("stays unreadable, and is said to be, where the journal has no sound copy", async () => {
    const unfed = await bench.open();
    unwrap(await unfed.openSubject(loopId, "create"));
    unwrap(await unfed.drafts.save(draft("Careful.")));
    await damage("drafts");
    const store = await start();
    expect(await store.drafts.stored(draft(""))).toMatchObject({ ok: false, error: { type: "unreadable" } });
    expect(store.unreadable.get()).toMatchObject([{ collection: "drafts", reason: "notAuthentic" }]);
  });
});

it("a subject's key that was lent to open a rebuilt row opens what is written next", async () => {
  const store = await start();
  const id = unwrap(await store.candidates.add({ name: "Noor Haddad", contact: "", kitId: null }));
  unwrap(await journal.flush());
  await bench.close();
  const second = emptied();
  const rebuilt = await start(second);
  const candidate = unwrap(await rebuilt.candidates.one(candidateIdSchema.parse(id)));
  if (candidate === null) throw new Error("the candidate is not back");
  unwrap(await rebuilt.candidates.put({ ...candidate, name: "Noor H." }));
  expect(await namesOf(await start(second))).toEqual(["Noor H."]);
});

describe("role kits and settings, of which there may be very many", () => {
  const colour = { key: "colour", schema: z.string(), fallback: "none" };
  /** Starts with the journal as `change` leaves it. */
  const startWith = async (change: (changed: FileJournal) => void, on: StoreBench = bench) => {
    journal = fileJournal(folder);
    change(journal);
    return on.open({ journal, subjectKeys: bench.subjectKeys });
  };
  const removeFrom = async <Row>(storage: RowStorage<Row> | undefined, id: string): Promise<void> => {
    const rows = (await storage?.findDocumentsById([id], false)) ?? [];
    const removed = rows.map((previous) => ({ previous, document: { ...previous, _deleted: true } }));
    await storage?.bulkWrite(removed, "lose");
    await storage?.cleanup(0);
  };
  /** The row is gone as if it had never been written. */
  const loseRow = (collection: "kitParts" | "settings", id: string): Promise<void> =>
    bench.withDatabase(({ collections: { kitParts, settings } }) =>
      collection === "settings"
        ? removeFrom(settings?.storageInstance, id)
        : removeFrom(kitParts?.storageInstance, id),
    );
  const aPart = async (): Promise<string> => {
    const rows = (await bench.rawRows("kitParts")) as readonly { readonly id: string }[];
    return rows.find(({ id }) => id.endsWith("question/q-samples"))?.id ?? "none";
  };
  const retitled = (title: string) => (from: typeof kit) => ok({ ...from, title });
  const titleOf = async (store: Store) => unwrap(await store.kits.one(kit.id)).title;
  /** As where so many rows came after it that a row is not among the newest that are asked for. */
  const onlyLast = (changed: FileJournal): void => {
    const { recent } = changed;
    changed.recent = async () => {
      const { counts, rows } = unwrap(await recent());
      const isLast = ({ collection, id }: (typeof rows)[number]) =>
        rows.findLast((row) => row.collection === collection)?.id === id;
      return ok({ counts, rows: rows.filter(isLast) });
    };
  };

  it("are not listed where nothing of them was lost", async () => {
    await fill(await start());
    await bench.close();
    const asked: string[] = [];
    const store = await startWith((changed) => {
      const { contents } = changed;
      changed.contents = (of) => {
        asked.push(of);
        return contents(of);
      };
    });
    expect(asked).toEqual(["people"]);
    expect(store.restored.live.get()).toBeNull();
  });

  it("are back before anybody can write where the database lost a row, and that is said", async () => {
    const filled = await start();
    await fill(filled);
    unwrap(await filled.settings.put(colour, "green"));
    unwrap(await journal.flush());
    await bench.close();
    await loseRow("kitParts", await aPart());
    await loseRow("settings", colour.key);
    const store = await start();
    expect(unwrap(await store.kits.one(kit.id))).toEqual(kit);
    expect(unwrap(await store.settings.get(colour))).toBe("green");
    expect(store.restored.live.get()).toMatchObject({
      wasLost: false,
      restored: { kitParts: 1, settings: 1 },
    });
  });

  it("are as they were written last before anybody can write on top of an older state", async () => {
    const older = emptied();
    unwrap(await (await older.open({ subjectKeys: bench.subjectKeys })).kits.add(kit));
    await older.close();
    const filled = await start();
    await fill(filled);
    unwrap(await filled.kits.edit(kit.id, retitled("Edited last")));
    unwrap(await journal.flush());
    await bench.close();
    expect(await titleOf(await start(older))).toBe("Edited last");
  });

  it("are told to the journal where it missed the last write, also that of an old row", async () => {
    const filled = await start();
    await fill(filled);
    unwrap(await filled.kits.add({ ...kit, id: kitIdSchema.parse("kitkitkitkitkitkitkit1") }));
    unwrap(await journal.flush());
    const unfed = await bench.open();
    unwrap(await unfed.kits.edit(kit.id, retitled("Edited last")));
    await startWith(onlyLast);
    unwrap(await journal.flush());
    await bench.close();
    expect(await titleOf(await start(emptied()))).toBe("Edited last");
  });

  it("are compared row by row where the short question is not answered", async () => {
    await fill(await start());
    await bench.close();
    await loseRow("kitParts", await aPart());
    const store = await startWith((changed) => {
      changed.recent = async () => err({ type: "journalFailed" });
    });
    expect(unwrap(await store.kits.one(kit.id))).toEqual(kit);
  });

  it("are all back where none of them is left", async () => {
    await fill(await start());
    await bench.close();
    const store = await start(emptied());
    expect(unwrap(await store.kits.one(kit.id))).toEqual(kit);
    expect(store.restored.live.get()).toMatchObject({ wasLost: true, restored: { kits: 1 } });
  });
});
