import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unzip } from "../../../../electron/dev/runtime/unzip";

let folder = "";
let archive = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-unzip-"));
  archive = join(folder, "a.zip");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pack = async (files: Readonly<Record<string, number>>, content: string): Promise<void> => {
  const zip = new JSZip();
  for (const [name, mode] of Object.entries(files))
    zip.file(name, content, { unixPermissions: mode, createFolders: false });
  await writeFile(
    archive,
    await zip.generateAsync({ type: "nodebuffer", platform: "UNIX", compression: "DEFLATE" }),
  );
};

describe("an archive", () => {
  it("comes out with its folders, its content and its executable bits", async () => {
    const content = "content ".repeat(10_000);
    await pack({ "app/run": 0o100755, "app/data/notes.txt": 0o100644 }, content);
    await unzip(archive, join(folder, "out"));
    expect(await readFile(join(folder, "out/app/data/notes.txt"), "utf8")).toBe(content);
    expect((await stat(join(folder, "out/app/run"))).mode & 0o777).toBe(0o755);
    expect((await stat(join(folder, "out/app/data/notes.txt"))).mode & 0o777).toBe(0o644);
  });

  it("leaves out what has no place and gives the rest its new name", async () => {
    await pack({ "old/run": 0o100755, "old/other": 0o100644 }, "x");
    await unzip(archive, join(folder, "out"), (name) => (name === "old/run" ? "electron" : null));
    expect(await readdir(join(folder, "out"))).toEqual(["electron"]);
  });

  it("never writes outside of its folder", async () => {
    await pack({ inside: 0o100644 }, "x");
    await expect(unzip(archive, join(folder, "out"), () => "../outside")).rejects.toThrow(
      "outside of the archive",
    );
    expect(await readdir(folder)).toEqual(["a.zip"]);
  });

  it("is refused where it is none", async () => {
    await writeFile(archive, "not a zip archive at all, but long enough to look for an end in it");
    await expect(unzip(archive, join(folder, "out"))).rejects.toThrow("not a zip archive");
  });
});
