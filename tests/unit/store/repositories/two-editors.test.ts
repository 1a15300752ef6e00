import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, describe, expect, it } from "vitest";
import { createKitDesk } from "../../../../src/bindings/kit-desk";
import { applyEdit } from "../../../../src/domain/kit/edit/apply-edit";
import type { KitEdit } from "../../../../src/domain/kit/edit/kit-edit";
import { mergeKits } from "../../../../src/domain/kit/edit/merge-kits";
import type { Kit } from "../../../../src/domain/kit/kit";
import { kitReferenceProblems } from "../../../../src/domain/kit/kit-references";
import { unwrap } from "../../../../src/domain/result";
import { collectionDefinitions } from "../../../../src/store/collections/schemas";
import { type Connection, connect } from "../../../../src/store/database/connection";
import { dataFormat } from "../../../../src/store/database/data-format";
import { createKitRepository, type KitRepository } from "../../../../src/store/repositories/kit-repository";
import { createUnreadableList } from "../../../../src/store/rows/unreadable";
import { aKit } from "../../../support/builders/kit";
import { tickingClock } from "../../../support/store/store-bench";

let connection: Connection | null = null;
afterEach(async () => {
  await connection?.close();
  connection = null;
});

const kit = aKit();
let databases = 0;

/** Two repositories over one database, which share nothing else but the name of their queue, as two windows do. */
const twoEditors = async () => {
  databases += 1;
  connection = unwrap(
    await connect({
      storage: getRxStorageMemory(),
      name: `two-editors-${databases}`,
      multiInstance: false,
      collections: ["settings", "kits", "kitParts", "kitVersions"],
      definitions: collectionDefinitions,
      dataFormat,
      onProgress: () => undefined,
      journal: null,
    }),
  );
  const queue = `kits of two-editors-${databases}`;
  const context = { connection, unreadable: createUnreadableList(), now: tickingClock(), queue };
  const [mine, theirs] = [createKitRepository(context), createKitRepository(context)];
  unwrap(await mine.add(kit));
  return { mine, theirs };
};

const edited = (from: Kit, edit: KitEdit): Kit => unwrap(applyEdit(from, edit));

const prompted = (from: Kit, id: string, text: string): Kit =>
  unwrap(applyEdit(from, { type: "setText", spot: { in: "questions", id, field: "prompt" }, text }));

describe("two editors of one kit that write at the same moment", () => {
  it("lose none of their edits: whoever comes second is asked again with what the first has written", async () => {
    const { mine, theirs } = await twoEditors();
    const edits = Array.from({ length: 10 }, (_, index) => {
      const editor = index % 2 === 0 ? mine : theirs;
      return editor.edit(kit.id, (now) => {
        return { ok: true, value: { ...now, title: `${now.title}${index}` } };
      });
    });
    for (const edited of await Promise.all(edits)) unwrap(edited);
    const { title } = unwrap(await mine.one(kit.id));
    expect(title.slice(kit.title.length).split("").toSorted()).toEqual([..."0123456789"]);
  });

  it("both find their words in the kit, and the later word on the same text is refused", async () => {
    const { mine, theirs } = await twoEditors();
    const first = prompted(kit, "q-samples", "Mine?");
    const second = prompted(kit, "q-candour", "Theirs?");
    await Promise.all([
      mine.edit(kit.id, (now) => mergeKits(kit, first, now)),
      theirs.edit(kit.id, (now) => mergeKits(kit, second, now)),
    ]);
    const both = unwrap(await theirs.one(kit.id));
    expect(both).toEqual(prompted(first, "q-candour", "Theirs?"));
    const third = prompted(kit, "q-samples", "Another?");
    expect(await theirs.edit(kit.id, (now) => mergeKits(kit, third, now))).toEqual({
      ok: false,
      error: { type: "changedElsewhere", path: ["questions", "q-samples", "prompt"] },
    });
    expect(unwrap(await mine.one(kit.id))).toEqual(both);
  });

  it("never leave a kit that does not read where one removes a part while the other adds one", async () => {
    const { mine, theirs } = await twoEditors();
    const without = edited(kit, { type: "remove", list: "questions", id: "q-samples" });
    const added = edited(kit, { type: "duplicateQuestion", id: "q-candour", salt: "n" });
    const both = await Promise.all([
      mine.edit(kit.id, (now) => mergeKits(kit, without, now)),
      theirs.edit(kit.id, (now) => mergeKits(kit, added, now)),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const prompts = unwrap(await mine.one(kit.id)).questions.map(({ prompt }) => prompt);
    const [, instruments, candour] = kit.questions.map(({ prompt }) => prompt);
    expect(prompts).toEqual([instruments, candour, candour]);
  });

  it("refuse the one that needs what the other removed, though they wrote no part in common", async () => {
    const { mine, theirs } = await twoEditors();
    const round = edited(kit, { type: "add", list: "rounds", name: "Second talk", salt: "r" });
    unwrap(await mine.edit(kit.id, () => ({ ok: true, value: round })));
    const roundId = round.rounds[1]?.id ?? "";
    const without = edited(round, { type: "remove", list: "rounds", id: roundId });
    const moved = edited(round, { type: "setRound", questionId: "q-samples", roundId });
    const [removal, move] = await Promise.all([
      mine.edit(kit.id, (now) => mergeKits(round, without, now)),
      theirs.edit(kit.id, (now) => mergeKits(round, moved, now)),
    ]);
    expect(removal.ok).toBe(true);
    expect(move).toMatchObject({ ok: false, error: { type: "removedElsewhere" } });
    expect(kitReferenceProblems(unwrap(await theirs.one(kit.id)))).toEqual([]);
  });

  it("keep on the desk what was refused, so that no typed word is lost", async () => {
    const { mine, theirs } = await twoEditors();
    const deskOver = (kits: KitRepository) =>
      createKitDesk({
        stored: kit,
        write: async (act) => {
          const written = await kits.edit(kit.id, act);
          return written.ok ? written : { ok: false, error: { ...written.error } };
        },
        nowMs: () => 0,
      });
    const [one, other] = [deskOver(mine), deskOver(theirs)];
    one.change({ type: "remove", list: "questions", id: "q-samples" });
    other.change({
      type: "setText",
      spot: { in: "questions", id: "q-samples", field: "prompt" },
      text: "A better one?",
    });
    await Promise.all([one.whenIdle(), other.whenIdle()]);
    expect(one.get().save).toBe("saved");
    expect(other.get()).toMatchObject({ save: "failed", trouble: { kind: "conflict" } });
    expect(other.get().kit.questions[0]?.prompt).toBe("A better one?");
    other.retry("mine");
    await other.whenIdle();
    expect(unwrap(await mine.one(kit.id)).questions.map(({ prompt }) => prompt)).toContain("A better one?");
  });
});
