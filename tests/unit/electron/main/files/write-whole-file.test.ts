import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Disk, nodeDisk, writeWholeFile } from "../../../../../electron/main/files/write-whole-file";

const bytes = new TextEncoder().encode("the whole pack");
let folder = "";
let path = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-write-"));
  path = join(folder, "pack.docx");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** A disk whose files take a part of the bytes and then fail as the system would. */
const diskFailingInTheMiddle = (code: string): Disk => ({
  ...nodeDisk,
  open: async (...args) => {
    const file = await nodeDisk.open(...args);
    const failing: Partial<typeof file> = {
      writeFile: async () => {
        await file.write("the who");
        throw systemError(code);
      },
      close: () => file.close(),
    };
    return failing as typeof file;
  },
});

describe("a file that is saved", () => {
  it("is there whole, alone, and readable by its owner only", async () => {
    expect(await writeWholeFile(path, bytes)).toEqual({ ok: true, value: { path } });
    expect(await readFile(path, "utf8")).toBe("the whole pack");
    expect(await readdir(folder)).toEqual(["pack.docx"]);
    if (process.platform !== "win32") expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("takes the place of an older one", async () => {
    await writeFile(path, "older and longer than the new one");
    await writeWholeFile(path, bytes);
    expect(await readFile(path, "utf8")).toBe("the whole pack");
  });

  it("is on the disk before it has its name, and the name is on the disk before the answer", async () => {
    const steps: string[] = [];
    const watching: Disk = {
      ...nodeDisk,
      open: async (opened, ...rest) => {
        const file = await nodeDisk.open(opened, ...rest);
        const sync = file.sync.bind(file);
        file.sync = () => {
          steps.push(opened === folder ? "sync folder" : "sync file");
          return sync();
        };
        return file;
      },
      rename: (from, to) => {
        steps.push("rename");
        return nodeDisk.rename(from, to);
      },
    };
    await writeWholeFile(path, bytes, watching);
    expect(steps).toEqual(["sync file", "rename", "sync folder"]);
  });
});

describe("a file that cannot be saved", () => {
  it.each([
    ["ENOSPC", "diskFull"],
    ["EDQUOT", "diskFull"],
    ["EROFS", "notWritable"],
    ["EACCES", "notWritable"],
  ])(
    "after %s is answered with %s and the path, the older file intact and no rest left",
    async (code, type) => {
      await writeFile(path, "older");
      const answer = await writeWholeFile(path, bytes, diskFailingInTheMiddle(code));
      expect(answer).toEqual({ ok: false, error: { type, path } });
      expect(await readFile(path, "utf8")).toBe("older");
      expect(await readdir(folder)).toEqual(["pack.docx"]);
    },
  );

  it("into a folder that is gone is answered with folderMissing", async () => {
    const lost = join(folder, "gone", "pack.docx");
    expect(await writeWholeFile(lost, bytes)).toEqual({
      ok: false,
      error: { type: "folderMissing", path: lost },
    });
  });

  it("into a place that is a file is answered with folderMissing and leaves that file", async () => {
    const inTheWay = join(folder, "notes");
    await writeFile(inTheWay, "in the way");
    const lost = join(inTheWay, "pack.docx");
    expect(await writeWholeFile(lost, bytes)).toEqual({
      ok: false,
      error: { type: "folderMissing", path: lost },
    });
    expect(await readFile(inTheWay, "utf8")).toBe("in the way");
  });

  it("onto a folder of that name is answered with notWritable and leaves the folder", async () => {
    await mkdir(path);
    expect(await writeWholeFile(path, bytes)).toEqual({ ok: false, error: { type: "notWritable", path } });
    expect(await readdir(folder)).toEqual(["pack.docx"]);
  });

  it("for a reason nobody foresaw throws, and still leaves no rest", async () => {
    await expect(writeWholeFile(path, bytes, diskFailingInTheMiddle("EIO"))).rejects.toThrow("EIO");
    expect(await readdir(folder)).toEqual([]);
  });
});
