import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { recordJsonSchema, recordSchemaText } from "../../../../../electron/cli/pack/record-schema";
import { type LoopRecord, loopRecordSchema } from "../../../../../src/domain/record/record";
import { recordText } from "../../../../../src/domain/record/record-text";
import { aPlantedRecord } from "../../../../support/planted-record";
import { aDecidedRecord, aLargeRecord } from "../../../../support/records";

const published = join(import.meta.dirname, "../../../../../resources/schemas/record.schema.json");

const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(recordJsonSchema() as object);

const asFile = (record: LoopRecord): Record<string, unknown> => JSON.parse(recordText(record));

/** Ways to break a record that both have to refuse. */
const breaks: readonly (readonly [string, (file: Record<string, unknown>) => unknown])[] = [
  ["without its cards", ({ cards: _, ...rest }) => rest],
  ["with another format", (file) => ({ ...file, format: "something-else" })],
  ["of version 99", (file) => ({ ...file, formatVersion: 99 })],
  ["with a protocol in words", (file) => ({ ...file, protocol: "four" })],
  ["with a card that is a text", (file) => ({ ...file, cards: ["a card"] })],
  [
    "with an unknown outcome",
    (file) => ({ ...file, decision: { ...(file.decision as object), outcome: "maybe" } }),
  ],
  ["with a comment that is none", (file) => ({ ...file, comments: [{}] })],
];

describe("the published schema of a record", () => {
  it("is the one the program reads with; `npm run schema` writes it anew", async () => {
    expect(await readFile(published, "utf8")).toBe(recordSchemaText());
  });

  it.each([
    ["decided", aDecidedRecord()],
    ["large", aLargeRecord()],
    ["full of everything", aPlantedRecord()],
  ])("accepts the file of a record that is %s", (_, record) => {
    expect(accepts(asFile(record)) ? [] : accepts.errors).toEqual([]);
  });

  it.each(breaks)("refuses a record %s, as the program does", (_, broken) => {
    const file = broken(asFile(aPlantedRecord()));
    expect(accepts(file)).toBe(false);
    expect(loopRecordSchema.safeParse(file).success).toBe(false);
  });
});
