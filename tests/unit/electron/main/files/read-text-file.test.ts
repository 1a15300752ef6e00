import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTextFile } from "../../../../../electron/main/files/read-text-file";

const fiveMegabytes = 5 * 1024 * 1024;
let folder = "";
let path = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-read-"));
  path = join(folder, "page.txt");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const reading = async (content: string | Uint8Array) => {
  await writeFile(path, content);
  return readTextFile(path);
};

describe("a file a person opens as text", () => {
  it("comes with its name and its text", async () => {
    expect(await reading("Zoë, מילה, 👩🏽‍🔬\r\n")).toEqual({
      ok: true,
      value: { name: "page.txt", text: "Zoë, מילה, 👩🏽‍🔬\r\n" },
    });
  });

  it("loses its byte order mark", async () => {
    expect(await reading("\ufeffTitle")).toMatchObject({ value: { text: "Title" } });
  });

  it("may be empty", async () => {
    expect(await reading("")).toMatchObject({ value: { text: "" } });
  });

  it("may have exactly the limit", async () => {
    expect(await reading("x".repeat(fiveMegabytes))).toMatchObject({ ok: true });
  });

  it("is refused one byte over the limit, with both sizes", async () => {
    expect(await reading("x".repeat(fiveMegabytes + 1))).toEqual({
      ok: false,
      error: { type: "tooLarge", path, size: fiveMegabytes + 1, limit: fiveMegabytes },
    });
  });

  it.each([
    ["a zero byte", "text\0text"],
    ["bytes that are not UTF-8", Uint8Array.of(0x50, 0xff, 0xfe, 0x41)],
    ["half a character at its end", Uint8Array.of(0x41, 0xc3)],
  ])("is refused as notText for %s", async (_what, content) => {
    expect(await reading(content)).toEqual({ ok: false, error: { type: "notText", path } });
  });

  it("is notReadable when it is gone", async () => {
    expect(await readTextFile(path)).toEqual({ ok: false, error: { type: "notReadable", path } });
  });

  it("is notReadable when it is a folder", async () => {
    expect(await readTextFile(folder)).toEqual({ ok: false, error: { type: "notReadable", path: folder } });
  });

  it.skipIf(process.platform !== "linux")("is refused when it never ends", async () => {
    expect(await readTextFile("/dev/zero")).toMatchObject({ ok: false, error: { type: "tooLarge" } });
  });
});
