import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setDatabaseAside } from "../../../../../electron/main/journal/set-aside";

let profile = "";
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), "panelbook-aside-"));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const day = (date: number): Date => new Date(Date.UTC(2026, 10, date));
const clear = async (): Promise<void> => rmSync(join(profile, "IndexedDB"), { recursive: true });
const fill = (text: string): void => {
  mkdirSync(join(profile, "IndexedDB"));
  writeFileSync(join(profile, "IndexedDB", "000003.log"), text);
};

describe("a database that does not open", () => {
  it("is copied aside whole before it is cleared; the three newest copies stay", async () => {
    for (const date of [1, 2, 3, 4]) {
      fill(`of day ${date}`);
      expect(await setDatabaseAside(profile, day(date), clear)).toEqual({ ok: true, value: undefined });
    }
    const copies = readdirSync(join(profile, "set-aside")).sort();
    expect(copies.map((name) => name.slice(0, 10))).toEqual(["2026-11-02", "2026-11-03", "2026-11-04"]);
    expect(readFileSync(join(profile, "set-aside", copies[2] ?? "", "000003.log"), "utf8")).toBe("of day 4");
    expect(existsSync(join(profile, "IndexedDB"))).toBe(false);
  });

  it("is not cleared where it cannot be copied", async () => {
    fill("kept");
    writeFileSync(join(profile, "set-aside"), "a file stands in the way");
    const answer = await setDatabaseAside(profile, day(1), clear);
    expect(answer).toMatchObject({ ok: false, error: { type: "journalFailed", code: "EEXIST" } });
    expect(readFileSync(join(profile, "IndexedDB", "000003.log"), "utf8")).toBe("kept");
  });
});
