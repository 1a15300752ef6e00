import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keptChannels, keptFileLimit } from "../../../../../electron/contract/kept";
import { keptHandlers } from "../../../../../electron/main/files/kept-handlers";
import { createFileStore } from "../../../../../electron/main/files/store/file-store";
import { candidateIdSchema } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";

const noor = anId(candidateIdSchema, "noor");
const key = { keyVersion: 1, key: new Uint8Array(32).fill(7) };
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const handlers = () => keptHandlers(createFileStore(folder, (subject) => (subject === noor ? key : null)));

describe("a file kept about a person", () => {
  it("comes back piece by piece as it was", async () => {
    const bytes = Uint8Array.from({ length: 700_000 }, (_, at) => at % 251);
    const { hash, size } = unwrap(await handlers()["kept.put"]({ subjectId: noor, bytes }));
    const back: number[] = [];
    while (back.length < size) {
      const piece = unwrap(await handlers()["kept.read"]({ subjectId: noor, hash, from: back.length }));
      expect(piece.size).toBe(bytes.length);
      for (const byte of piece.bytes) back.push(byte);
    }
    expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true);
  });

  it("is gone once it was removed, and removing it again is no failure", async () => {
    const { hash } = unwrap(await handlers()["kept.put"]({ subjectId: noor, bytes: new Uint8Array([1]) }));
    unwrap(await handlers()["kept.remove"]({ subjectId: noor, hash }));
    unwrap(await handlers()["kept.remove"]({ subjectId: noor, hash }));
    expect(await handlers()["kept.read"]({ subjectId: noor, hash, from: 0 })).toEqual({
      ok: false,
      error: { type: "notThere" },
    });
  });

  it("is refused for somebody without a key, and where it is empty or too large", async () => {
    const omar = anId(candidateIdSchema, "omar");
    expect(await handlers()["kept.put"]({ subjectId: omar, bytes: new Uint8Array([1]) })).toEqual({
      ok: false,
      error: { type: "noKey" },
    });
    const { input } = keptChannels["kept.put"];
    const fits = (length: number) =>
      input.safeParse({ subjectId: noor, bytes: new Uint8Array(length) }).success;
    expect([0, 1, keptFileLimit, keptFileLimit + 1].map(fits)).toEqual([false, true, true, false]);
  });
});
