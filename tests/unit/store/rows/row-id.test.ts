import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { base64UrlSchema } from "../../../../src/domain/ids";
import { fromBase64Url, toBase64Url } from "../../../../src/store/rows/base64url";
import { derivedRowId } from "../../../../src/store/rows/row-id";

describe("a derived row id", () => {
  it("is the first 128 bits of SHA-256 over its parts, each after a NUL", async () => {
    const hash = createHash("sha256").update("panelbook/row-id/1\0drafts\0loop\0slot\0person").digest();
    expect(await derivedRowId("drafts", "loop", "slot", "person")).toBe(
      hash.subarray(0, 16).toString("base64url"),
    );
  });

  it("differs by collection and by where one part ends and the next begins", async () => {
    const ids = await Promise.all([
      derivedRowId("drafts", "ab", "c"),
      derivedRowId("drafts", "a", "bc"),
      derivedRowId("records", "ab", "c"),
    ]);
    expect(new Set(ids).size).toBe(3);
  });
});

describe("base64url", () => {
  it("is what Node writes, for every byte and for more bytes than one call takes", () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
    for (const length of [0, 1, 2, 3, 256, 100_000]) {
      const part = bytes.subarray(0, length);
      expect(toBase64Url(part)).toBe(Buffer.from(part).toString("base64url"));
      expect(Buffer.compare(fromBase64Url(toBase64Url(part)) ?? Buffer.of(), part)).toBe(0);
    }
  });

  it("refuses a text of a length no bytes have", () => {
    expect(fromBase64Url(base64UrlSchema.parse("AAAAA"))).toBeNull();
  });
});
