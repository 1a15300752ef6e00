import { createDecipheriv, webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { candidateIdSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import { openRow, parseRow, sealRow } from "../../../../src/store/rows/row-cipher";
import type { RowFormat } from "../../../../src/store/rows/row-format";
import { anId } from "../../../support/builders/ids";

const raw = Uint8Array.from({ length: 32 }, (_, index) => index);
const lend = async (keyVersion = 1, bytes = raw) => ({
  keyVersion,
  key: await webcrypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]),
});

const format: RowFormat<{ readonly name: string }> = {
  collection: "candidates",
  kind: "candidate",
  v: 1,
  schema: z.object({ name: z.string() }),
  upgrades: {},
};
const place = {
  id: anId(candidateIdSchema, "row"),
  subjectId: anId(candidateIdSchema, "subject"),
  day: "2026-11-23",
};
const seal = async () => sealRow(format, await lend(), place, { name: "Maren" });

describe("an encrypted row", () => {
  it("is AES-256-GCM of the value's JSON with the clear fields and the collection as associated data", async () => {
    const row = await seal();
    const sealed = Buffer.from(row.ct, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", raw, Buffer.from(row.nonce, "base64url"));
    decipher.setAAD(
      Buffer.from(
        '{"collection":"candidates","day":"2026-11-23","id":"row___________________","keyVersion":1,' +
          '"kind":"candidate","subjectId":"subject_______________","v":1}',
      ),
    );
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    expect(plain.toString("utf8")).toBe('{"name":"Maren"}');
  });

  it("opens to the value it was made from", async () => {
    expect(await openRow(format, await lend(), await seal())).toEqual({ ok: true, value: { name: "Maren" } });
  });

  it("does not open with another key", async () => {
    const other = await lend(1, raw.toReversed());
    expect(await openRow(format, other, await seal())).toEqual({
      ok: false,
      error: { type: "notAuthentic" },
    });
  });

  it("says so where another version of the key is lent", async () => {
    expect(await openRow(format, await lend(2), await seal())).toEqual({
      ok: false,
      error: { type: "otherKeyVersion" },
    });
  });

  it("does not open as a row of another collection", async () => {
    const elsewhere = { ...format, collection: "records" } as const;
    expect(await openRow(elsewhere, await lend(), await seal())).toEqual({
      ok: false,
      error: { type: "notAuthentic" },
    });
  });

  it.each(["id", "kind", "subjectId", "day", "v", "nonce", "ct"] as const)(
    "does not open once its %s is another",
    async (field) => {
      const row = await seal();
      const other = await sealRow(
        { ...format, kind: "other", v: 2 },
        await lend(),
        { id: "other-row_____________", subjectId: anId(candidateIdSchema, "other"), day: "2026-11-24" },
        { name: "Somebody" },
      );
      const mixed = { ...row, [field]: other[field] };
      expect(await openRow(format, await lend(), mixed)).toEqual({
        ok: false,
        error: { type: "notAuthentic" },
      });
    },
  );

  it("that holds something else than its kind says is malformed", async () => {
    const numbers = { ...format, schema: z.object({ name: z.number() }) };
    const row = await sealRow(numbers, await lend(), place, { name: 7 });
    expect(await openRow(format, await lend(), row)).toEqual({
      ok: false,
      error: { type: "malformedValue" },
    });
  });

  it("of a newer version is not guessed at", async () => {
    const row = await sealRow({ ...format, v: 2 }, await lend(), place, { name: "Maren" });
    expect(await openRow(format, await lend(), row)).toEqual({ ok: false, error: { type: "newerFormat" } });
  });

  it("of an older version is lifted step by step", async () => {
    const row = await sealRow(
      { ...format, schema: z.object({ first: z.string() }) } as RowFormat<{ readonly first: string }>,
      await lend(),
      place,
      { first: "Maren" },
    );
    const newer: RowFormat<{ readonly name: string }> = {
      ...format,
      v: 3,
      upgrades: {
        1: (older) => ({ given: z.object({ first: z.string() }).parse(older).first }),
        2: (older) => ({ name: z.object({ given: z.string() }).parse(older).given }),
      },
    };
    expect(await openRow(newer, await lend(), row)).toEqual({ ok: true, value: { name: "Maren" } });
  });
});

describe("reading a row's clear fields", () => {
  it("takes a row as it was sealed", async () => {
    const row = await seal();
    expect(unwrap(parseRow("candidate", row))).toEqual(row);
  });

  it.each([
    ["a field too many", { name: "Maren" }],
    ["a nonce of another length", { nonce: "short" }],
    ["an id that could hold a name", { id: "maren" }],
    ["another kind", { kind: "loop" }],
    ["a day that is none", { day: "yesterday" }],
  ])("refuses %s", async (_what, change) => {
    expect(parseRow("candidate", { ...(await seal()), ...change })).toEqual({
      ok: false,
      error: { type: "malformedRow" },
    });
  });
});
