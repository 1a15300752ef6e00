import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collectionNames, encryptedCollections } from "../../../../src/store/collections/documents";
import { collectionDefinitions } from "../../../../src/store/collections/schemas";
import { dataFormat } from "../../../../src/store/database/data-format";

/** Every schema that was ever released, by collection and version. Grows; an item never changes. */
const released: Record<string, Record<string, unknown>> = JSON.parse(
  readFileSync(new URL("fixtures/released-schemas.json", import.meta.url), "utf8"),
);
const definitions = Object.entries(collectionDefinitions);

describe("the collections", () => {
  it("are at most twelve, because RxDB stops at thirteen in one process", () => {
    expect(collectionNames.length).toBeLessThanOrEqual(12);
    expect(Object.keys(collectionDefinitions).toSorted()).toEqual([...collectionNames].toSorted());
  });

  it("raise the number of the data format with every schema version", () => {
    const raised = definitions.reduce((sum, [, { schema }]) => sum + schema.version, 0);
    expect(dataFormat).toBeGreaterThanOrEqual(1 + raised);
  });

  it("keep the settings at version 0 for ever, because an older program must find the number in them", () => {
    expect(collectionDefinitions.settings.schema.version).toBe(0);
  });

  it.each(encryptedCollections)("%s has no index but ids and no field for a name", (name) => {
    const { schema } = collectionDefinitions[name];
    expect(schema.indexes).toEqual(["subjectId"]);
    expect(Object.keys(schema.properties)).toEqual([
      "id",
      "kind",
      "subjectId",
      "day",
      "v",
      "keyVersion",
      "nonce",
      "ct",
    ]);
  });
});

describe.each(definitions)("the schema of %s", (name, { schema, migrations }) => {
  it("is the released one of its version: a change needs a new version and a migration", () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(released[name]?.[schema.version]);
  });

  it("has a migration to every version after 0", () => {
    const versions = Array.from({ length: schema.version }, (_, index) => String(index + 1));
    expect(Object.keys(migrations)).toEqual(versions);
  });

  it("requires every indexed field and bounds its length, which Dexie's and RxDB's indexes need", () => {
    const properties: Record<string, { maxLength?: number }> = schema.properties;
    for (const field of (schema.indexes ?? []).flat()) {
      expect(schema.required).toContain(field);
      expect(properties[field]?.maxLength).toBeGreaterThan(0);
    }
  });
});
