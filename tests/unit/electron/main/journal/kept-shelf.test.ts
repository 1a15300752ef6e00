import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { recordToEntry } from "../../../../../electron/main/journal/entry-record";
import { scanRecords } from "../../../../../electron/main/journal/record";
import { candidateIdSchema } from "../../../../../src/domain/ids";
import { anId } from "../../../../support/builders/ids";

const kept = z
  .object({ file: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(readFileSync(new URL("./samples/shelf-v1.json", import.meta.url), "utf8")));
const file = new Uint8Array(Buffer.from(kept.file, "hex"));
const shelf = anId(candidateIdSchema, "noor");

describe("a file of the safety journal that an earlier program wrote", () => {
  it("opens with every row, a removed one among them", () => {
    const { records, damaged } = scanRecords(file);
    expect(damaged).toBe(0);
    expect(records.map(({ kind }) => kind)).toEqual(["whole", "row", "row"]);
    const entries = records.slice(1).map((record) => recordToEntry(record, shelf));
    expect(entries).toEqual(kept.rows.map((row) => ({ shelf, ...row })));
  });

  it("gives the rows that were not hit where one byte of it is another", () => {
    const bytes = file.slice();
    bytes[12] = (bytes[12] ?? 0) ^ 1;
    expect(scanRecords(bytes).records.map(({ kind }) => kind)).toEqual(["whole", "row"]);
  });
});
