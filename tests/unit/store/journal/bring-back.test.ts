import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, expect, it } from "vitest";
import { ok, unwrap } from "../../../../src/domain/result";
import { collectionDefinitions } from "../../../../src/store/collections/schemas";
import { type Connection, connect } from "../../../../src/store/database/connection";
import { dataFormat } from "../../../../src/store/database/data-format";
import { bringBack } from "../../../../src/store/journal/restore";
import type { JournalEntry, RowJournal } from "../../../../src/store/journal/row-journal";
import { createKeyRing } from "../../../../src/store/rows/key-ring";
import { createFakeSubjectKeys } from "../../../support/store/fake-subject-keys";
import { tickingClock } from "../../../support/store/store-bench";

/** A row as it was written for the second time. */
const second: JournalEntry = {
  shelf: "plain",
  collection: "settings",
  id: "colour",
  height: 2,
  schema: 0,
  document: { key: "colour", value: "second" },
};

const journal: RowJournal = {
  append: () => undefined,
  contents: async () => ok({ rows: [second], damaged: 0, subjects: 0 }),
  recent: async () => ok({ counts: { settings: 1 }, rows: [second] }),
  read: async () => ok([second]),
  flush: async () => ok(undefined),
};

const opened: Connection[] = [];
afterEach(async () => {
  for (const connection of opened.splice(0)) await connection.close();
});

/** A database in which the row was written with these values, one after the other. */
const written = async (name: string, values: readonly string[]): Promise<Connection> => {
  const connection = unwrap(
    await connect({
      storage: getRxStorageMemory(),
      name,
      multiInstance: false,
      collections: [],
      definitions: collectionDefinitions,
      dataFormat,
      onProgress: () => undefined,
      journal: null,
    }),
  );
  opened.push(connection);
  for (const value of values)
    unwrap(await connection.run("settings", (rows) => rows.upsert({ key: "colour", value })));
  return connection;
};

const valueAfter = async (connection: Connection, inUse: boolean) => {
  const keyRing = createKeyRing(createFakeSubjectKeys());
  const parts = {
    connection,
    keyRing,
    journal,
    now: tickingClock(),
    collections: ["settings"],
    inUse,
  } as const;
  unwrap(await bringBack(parts, "settings", [second]));
  const row = unwrap(await connection.run("settings", (rows) => rows.findOne("colour").exec()));
  return row?.value;
};

it("brings back a row that the database holds in an older state, in use or not", async () => {
  expect(await valueAfter(await written("older", ["first"]), true)).toBe("second");
  expect(await valueAfter(await written("gone", []), true)).toBe("second");
});

it("leaves a row that somebody has written since, while the program is used", async () => {
  const values = ["first", "again", "third"];
  expect(await valueAfter(await written("newer", values), true)).toBe("third");
  expect(await valueAfter(await written("damaged", values), false)).toBe("second");
});
