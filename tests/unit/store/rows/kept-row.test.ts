import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { unwrap } from "../../../../src/domain/result";
import { openRow, parseRow } from "../../../../src/store/rows/row-cipher";
import type { RowFormat } from "../../../../src/store/rows/row-format";

const kept = z
  .object({ key: z.string(), row: z.record(z.string(), z.unknown()), value: z.unknown() })
  .parse(JSON.parse(readFileSync(new URL("./samples/row-v1.json", import.meta.url), "utf8")));

const format: RowFormat<{ readonly name: string }> = {
  collection: "candidates",
  kind: "candidate",
  v: 1,
  schema: z.strictObject({ name: z.string() }),
  upgrades: {},
};
const lent = async () => ({
  keyVersion: 1,
  key: await webcrypto.subtle.importKey("raw", Buffer.from(kept.key, "hex"), "AES-GCM", false, ["decrypt"]),
});

it("an encrypted row that an earlier program wrote opens to its value", async () => {
  const row = unwrap(parseRow("candidate", kept.row));
  expect(unwrap(await openRow(format, await lent(), row))).toEqual(kept.value);
});

it("the same row moved to another day does not open", async () => {
  const row = unwrap(parseRow("candidate", { ...kept.row, day: "2026-11-24" }));
  expect(await openRow(format, await lent(), row)).toEqual({ ok: false, error: { type: "notAuthentic" } });
});
