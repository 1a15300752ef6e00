import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKitService } from "../../../../src/app/library/kit-service";
import { snapshotHasher } from "../../../../src/app/services/snapshot-hasher";
import type { KitService } from "../../../../src/bindings/services";
import { kitIdSchema, kitItemIdSchema } from "../../../../src/domain/ids";
import { applyEdit } from "../../../../src/domain/kit/edit/apply-edit";
import { kitRoot } from "../../../../src/domain/kit/kit-root";
import { kitToParts } from "../../../../src/domain/kit/snapshot";
import { ok, unwrap } from "../../../../src/domain/result";
import { bankOfAll } from "../../../../src/features/library/find/bank-of-all";
import type { Store } from "../../../../src/store/open-store";
import { aKit } from "../../../support/builders/kit";
import { createStoreBench, type StoreBench } from "../../../support/store/store-bench";
import { whenLive, whenReady } from "../../../support/store/when-ready";

const kit = aKit();
const now = () => "2026-11-23T10:00:00.000Z";
let bench: StoreBench;
let store: Store;
let kits: KitService;
beforeEach(async () => {
  bench = createStoreBench(getRxStorageMemory());
  store = await bench.open({ collections: ["kits", "kitParts", "kitVersions"] });
  kits = createKitService(store.kits, now);
  unwrap(await kits.add(kit));
});
afterEach(() => bench.close());

const retitle = async (text: string) =>
  unwrap(
    await kits.edit(kit.id, (stored) =>
      applyEdit(stored, { type: "setText", spot: { in: "kit", field: "title" }, text }),
    ),
  );

/** A kit with a role's guide, and the snapshot of it that somebody has who only sat in a loop with it. */
const aGuardedKit = () => {
  const guide = { archetype: "In a hurry", playedBy: "Team lead", motivation: "Wants to go home." };
  const lists = { constraints: [], tensions: ["Time"], guidance: [], doNot: [] };
  const role = { id: kitItemIdSchema.parse("shift-lead"), name: "Shift lead", ...guide, ...lists };
  const exercises = kit.exercises.map((exercise) => ({ ...exercise, roles: [role] }));
  const whole = aKit({ id: kitIdSchema.parse("guardedguardedguarded0"), exercises });
  const root = kitRoot(kitToParts(whole), snapshotHasher);
  const parts = kitToParts(whole).filter(({ audience }) => audience === "all");
  const snapshot = { kitRoot: root, kitId: whole.id, version: 1, parts };
  return { whole, snapshot };
};
const versions = async () => unwrap(await kits.versions(kit.id));

describe("the questions of every kit", () => {
  it("are those that are stored now, also of a kit that a screen has left", async () => {
    const saved = async () => (await bankOfAll(kits.read, [kit.id], () => true))?.csv;
    await whenReady(kits.open(kit.id));
    expect(await saved()).toContain("Tell us about a sample that was nearly lost");
    unwrap(
      await kits.grow(kit.id, (stored) => ({
        ...stored,
        questions: stored.questions.map((question) => ({ ...question, prompt: "What did you stop doing?" })),
      })),
    );
    expect(await saved()).toContain("What did you stop doing?");
    expect(await saved()).not.toContain("Tell us about a sample that was nearly lost");
  });

  it("lack a kit that is not there", async () => {
    const missing = await kits.read(kitIdSchema.parse("missingmissingmissing0"));
    expect(missing.ok ? null : missing.error.type).toBe("notFound");
  });
});

describe("a draft", () => {
  it("is there from the first change on, and no more once it is published or taken back", async () => {
    expect(await whenReady(kits.drafts)).toEqual([]);
    await retitle("Lab Lead");
    await whenReady(kits.drafts, (drafts) => drafts.includes(kit.id));
    await retitle(kit.title);
    await whenReady(kits.drafts, (drafts) => drafts.length === 0);
    await retitle("Lab Lead");
    unwrap(await kits.publish(kit.id, ""));
    await whenReady(kits.drafts, (drafts) => drafts.length === 0);
  });
});

describe("the versions of a kit", () => {
  it("begin with the kit as it was before its first change, also where it was never published", async () => {
    expect(await versions()).toEqual([]);
    await retitle("Lab Lead");
    const [first, ...others] = await versions();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ version: 1, note: "", publishedAt: now() });
    expect(unwrap(await kits.version(first?.kitRoot ?? ("" as never)))).toEqual(kit);
  });

  it("leave a loop with the newest published one while a draft is written, and with the draft once it is published", async () => {
    await retitle("Lab Lead");
    expect((await whenReady(kits.open(kit.id))).title).toBe("Lab Lead");
    const published = kits.openPublished(kit.id);
    expect((await whenReady(published)).title).toBe(kit.title);
    unwrap(await kits.publish(kit.id, "A new name"));
    expect((await whenReady(published, ({ title }) => title === "Lab Lead")).title).toBe("Lab Lead");
    expect((await versions()).map(({ version, note }) => [version, note])).toEqual([
      [1, ""],
      [2, "A new name"],
    ]);
    expect((await whenReady(kits.list))[0]?.version).toBe(2);
  });

  it("do not grow by publishing what the newest one says", async () => {
    expect(await kits.publish(kit.id, "")).toEqual({ ok: false, error: { type: "nothingToPublish" } });
    await retitle("Lab Lead");
    await retitle(kit.title);
    expect(await kits.publish(kit.id, "")).toEqual({ ok: false, error: { type: "nothingToPublish" } });
    expect(await versions()).toHaveLength(1);
  });

  it("can be published again after a restore, as a version of its own with the same content", async () => {
    await retitle("Lab Lead");
    unwrap(await kits.publish(kit.id, ""));
    const [first] = await versions();
    const old = unwrap(await kits.version(first?.kitRoot ?? ("" as never)));
    unwrap(await kits.edit(kit.id, () => ok(old)));
    unwrap(await kits.publish(kit.id, "Back"));
    const roots = (await versions()).map(({ kitRoot }) => kitRoot);
    expect(roots).toHaveLength(3);
    expect(roots[2]).toBe(roots[0]);
  });

  it("keep what was there before an import takes its place, which is a version at once", async () => {
    const imported = { ...kit, title: "Lab Lead" };
    unwrap(await kits.replace(imported));
    expect((await whenReady(kits.openPublished(kit.id))).title).toBe("Lab Lead");
    expect((await versions()).map(({ version }) => version)).toEqual([1, 2]);
  });

  it("count on where a crash kept a version's row and not the list's, which a loop begins with all the same", async () => {
    await retitle("Lab Lead");
    const [first] = await versions();
    if (first === undefined) throw new Error("the first change keeps a version");
    const disk = await bench.open({ collections: ["kits", "kitParts", "kitVersions"] });
    unwrap(await disk.kits.publish({ ...first, kitId: kit.id, version: 2, note: "Second" }));
    await bench.withDatabase(async ({ collections }) => {
      await collections.kits?.findOne(kit.id).incrementalPatch({ version: 1 });
    });
    store = await bench.open({ collections: ["kits", "kitParts", "kitVersions"] });
    kits = createKitService(store.kits, now);
    expect((await versions()).map(({ version }) => version)).toEqual([1, 2]);
    expect(unwrap(await kits.publish(kit.id, "Third")).version).toBe(3);
    expect((await whenReady(kits.list))[0]?.version).toBe(3);
  });

  it("leave out the number of one that cannot be read any more", async () => {
    await retitle("Lab Lead");
    unwrap(await kits.publish(kit.id, "Second"));
    await bench.withDatabase(async ({ collections }) => {
      const row = await collections.kitVersions?.findOne(`${kit.id}.2`).exec();
      await row?.incrementalPatch({ parts: [] });
    });
    store = await bench.open({ collections: ["kits", "kitParts", "kitVersions"] });
    kits = createKitService(store.kits, now);
    await retitle("Lab Chief");
    expect(unwrap(await kits.publish(kit.id, "Third")).version).toBe(3);
    expect((await versions()).map(({ version }) => version)).toEqual([1, 3]);
  });

  it("do not open as kits with empty guides where a laptop has only what everybody in a loop may read", async () => {
    const { snapshot } = aGuardedKit();
    unwrap(await store.kits.freeze(snapshot));
    expect(await kits.version(snapshot.kitRoot)).toEqual({ ok: false, error: { type: "unreadable" } });
  });

  it("are whole once the kit itself is on the laptop", async () => {
    const { whole, snapshot } = aGuardedKit();
    unwrap(await store.kits.freeze(snapshot));
    unwrap(await kits.add(whole));
    unwrap(await kits.edit(whole.id, (stored) => ok({ ...stored, title: "Lab Lead" })));
    expect(unwrap(await kits.version(snapshot.kitRoot))).toEqual(whole);
    expect(await whenReady(kits.openPublished(whole.id))).toEqual(whole);
  });

  it("are not there for a kit that is not there", async () => {
    const missing = aKit({ id: "missingmissingmissing0" as never });
    const edited = await kits.edit(missing.id, ok);
    expect(edited.ok ? null : edited.error.type).toBe("notFound");
    const failed = await whenLive(kits.openPublished(missing.id), (opened) => opened.state === "failed");
    expect(failed).toEqual({ state: "failed", error: expect.objectContaining({ type: "notFound" }) });
  });
});
