import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, describe, expect, it } from "vitest";
import { applyEdit } from "../../../../src/domain/kit/edit/apply-edit";
import { mergeKits } from "../../../../src/domain/kit/edit/merge-kits";
import type { Kit } from "../../../../src/domain/kit/kit";
import { unwrap } from "../../../../src/domain/result";
import { collectionDefinitions } from "../../../../src/store/collections/schemas";
import { type Connection, connect } from "../../../../src/store/database/connection";
import { dataFormat } from "../../../../src/store/database/data-format";
import { createKitRepository } from "../../../../src/store/repositories/kit-repository";
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

/** Two repositories over one database: each has a queue of its own, as two windows have. */
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
  const context = { connection, unreadable: createUnreadableList(), now: tickingClock() };
  const [mine, theirs] = [createKitRepository(context), createKitRepository(context)];
  unwrap(await mine.add(kit));
  return { mine, theirs };
};

const prompted = (from: Kit, id: string, text: string): Kit =>
  unwrap(applyEdit(from, { type: "setText", spot: { in: "questions", id, field: "prompt" }, text }));

describe("two editors of one kit that write at the same moment", () => {
  it("lose none of their edits: whoever comes second is asked again with what the first has written", async () => {
    const { mine, theirs } = await twoEditors();
    const asked: string[] = [];
    const edits = Array.from({ length: 10 }, (_, index) => {
      const editor = index % 2 === 0 ? mine : theirs;
      return editor.edit(kit.id, (now) => {
        asked.push(now.title);
        return { ok: true, value: { ...now, title: `${now.title}${index}` } };
      });
    });
    for (const edited of await Promise.all(edits)) unwrap(edited);
    const { title } = unwrap(await mine.one(kit.id));
    expect(title.slice(kit.title.length).split("").toSorted()).toEqual([..."0123456789"]);
    // More looks than edits: some of them met a part that was written since they read it.
    expect(asked.length).toBeGreaterThan(10);
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
});
