import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderNameSchema } from "../../../../../electron/contract/folders";
import { foldersHandlers } from "../../../../../electron/main/files/folders";
import { unwrap } from "../../../../../src/domain/result";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-folders-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode("abc");

describe("a folder that many files are written into", () => {
  it("is the one the person chose, and no other can be named", async () => {
    const handlers = foldersHandlers(async () => folder);
    const { handle } = unwrap(await handlers["folders.choose"](undefined));
    expect((await handlers["folders.write"]({ handle, name: "a.txt", bytes })).ok).toBe(true);
    expect(await readdir(folder)).toEqual(["a.txt"]);
    expect(await handlers["folders.write"]({ handle: "made up", name: "b.txt", bytes })).toEqual({
      ok: false,
      error: { type: "gone" },
    });
  });

  it.each(["../a.txt", "a/b.txt", "..", "con.txt", "a\\b", ""])("is not left by a name like “%s”", (name) => {
    expect(folderNameSchema.safeParse({ handle: "h", name }).success).toBe(false);
  });

  it("says that it is gone from the disk instead of writing elsewhere", async () => {
    const handlers = foldersHandlers(async () => folder);
    const { handle } = unwrap(await handlers["folders.choose"](undefined));
    await rm(folder, { recursive: true });
    const written = await handlers["folders.write"]({ handle, name: "a.txt", bytes });
    expect(written.ok ? "written" : written.error.type).toBe("folderMissing");
    const names = await handlers["folders.names"]({ handle });
    expect(names.ok ? "read" : names.error.type).toBe("folderMissing");
    expect(unwrap(await handlers["folders.hashOf"]({ handle, name: "a.txt" }))).toBeNull();
  });
});
