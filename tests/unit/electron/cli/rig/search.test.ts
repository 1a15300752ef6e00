import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logRecords, tableBlocks } from "../../../../../electron/cli/rig/grep/database-blocks";
import { searchFolder } from "../../../../../electron/cli/rig/grep/search-folder";
import { unsnap } from "../../../../../electron/cli/rig/grep/snappy";

const name = "Zoë Haddad";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-search-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const found = async (bytes: Buffer, file = "one.bin", text = name): Promise<readonly string[]> => {
  await writeFile(join(folder, file), bytes);
  const all = await searchFolder(folder, [text]);
  await rm(join(folder, file));
  return all.map(({ how }) => how);
};

/** "hello hello hello " by hand: a literal of six letters, then a copy of twelve from six back. */
const packedHello = Buffer.concat([
  Buffer.from([18, 5 << 2]),
  Buffer.from("hello "),
  Buffer.from([(11 << 2) | 2, 6, 0]),
]);

/** A table of one data block, its index and its footer, by hand after the format's description. */
const table = (block: Buffer, compression: number): Buffer => {
  const trailer = (kind: number): Buffer => Buffer.from([kind, 0, 0, 0, 0]);
  const restarts = Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]);
  const index = Buffer.concat([
    Buffer.from([0, 1, 2]),
    Buffer.from("k"),
    Buffer.from([0, block.length]),
    restarts,
  ]);
  const footer = Buffer.alloc(48);
  footer.set([0, 0, block.length + 5, index.length]);
  footer.set(Buffer.from("57fb808b247547db", "hex"), 40);
  return Buffer.concat([block, trailer(compression), index, trailer(0), footer]);
};

describe("the search for what people's names leave on a disk", () => {
  it.each([
    ["UTF-8", Buffer.from(`before ${name} after`)],
    ["UTF-16LE", Buffer.from(`b${name}a`, "utf16le")],
    ["Latin 1", Buffer.from(`before ${name}`, "latin1")],
    ["JSON escapes", Buffer.from('{"name":"Zo\\u00eb Haddad"}')],
    ["JSON escapes", Buffer.from('{"name":"Zo\\u00EB Haddad"}')],
  ])("finds a name written in %s", async (how, bytes) => {
    expect(await found(bytes)).toContain(how);
  });

  it.each([0, 1, 2, 3, 4, 5])("finds it in base64 with %i bytes before it", async (before) => {
    for (const encoding of ["base64", "base64url"] as const) {
      const text = `${"x".repeat(before)}${name}, and more`;
      const how = await found(Buffer.from(Buffer.from(text).toString(encoding)));
      expect(how.filter((one) => one.startsWith("base64"))).toHaveLength(1);
    }
  });

  it("finds it in a zip and in the name of a file", async () => {
    expect(await found(Buffer.from(zipSync({ "a.txt": Buffer.from(name.repeat(50)) })))).toEqual(["UTF-8"]);
    expect(await found(Buffer.from("nothing"), `${name}.txt`)).toContain("UTF-8");
  });

  it("finds it in a database's log where a block ends in the middle of it", async () => {
    const [first, second] = [Buffer.from(`${"x".repeat(32 * 1024 - 7 - 4)}Zoë`), Buffer.from(" Haddad")];
    const header = (length: number, type: number): Buffer =>
      Buffer.from([0, 0, 0, 0, length & 255, length >> 8, type]);
    const log = Buffer.concat([header(first.length, 2), first, header(second.length, 4), second]);
    expect(log.includes(Buffer.from(name))).toBe(false);
    expect(logRecords(log).includes(Buffer.from(name))).toBe(true);
    expect(await found(log, "000003.log")).toEqual(["UTF-8"]);
  });

  it("finds it in the compressed block of a database's table, and in a compressed value", async () => {
    expect(tableBlocks(table(packedHello, 1)).map(String)).toEqual(["hello hello hello "]);
    expect(tableBlocks(table(Buffer.from("plain"), 0)).map(String)).toEqual(["plain"]);
    expect(await found(table(packedHello, 1), "000005.ldb", "hello hello hello")).toEqual(["UTF-8"]);
    const value = Buffer.concat([Buffer.from("key"), Buffer.from([0xff, 0x11, 0x02]), packedHello]);
    expect(await found(value, "1", "hello hello hello")).toEqual(["UTF-8"]);
  });

  it("finds nothing where nothing is", async () => {
    expect(await found(Buffer.from("Zoe Haddad, ZoÃ« and Haddad"))).toEqual([]);
    expect(tableBlocks(Buffer.from("no table"))).toEqual([]);
  });

  it("takes broken compressed text for none", () => {
    expect(unsnap(packedHello, 100)?.toString()).toBe("hello hello hello ");
    expect(unsnap(packedHello, 10)).toBeNull();
    for (let cut = 0; cut < packedHello.length; cut += 1)
      expect(unsnap(packedHello.subarray(0, cut), 100)).toBeNull();
    expect(unsnap(Buffer.from([4, (3 << 2) | 2, 9, 0]), 100)).toBeNull();
  });
});
