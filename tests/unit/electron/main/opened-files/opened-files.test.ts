import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openedKind, openedPaths } from "../../../../../electron/main/opened-files/opened-paths";
import { createWaitingFiles } from "../../../../../electron/main/opened-files/waiting-files";

const folders: string[] = [];
const aFile = async (name: string, text: string | Uint8Array): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-opened-"));
  folders.push(folder);
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe("a command line", () => {
  it("names the files with our endings, in any case, as absolute paths", () => {
    const argv = ["panelbook", "./a.pbkit", "/tmp/b.PBINVITE", "sub/c.pbloop"];
    expect(openedPaths(argv, "/home/mara")).toEqual([
      "/home/mara/a.pbkit",
      "/tmp/b.PBINVITE",
      "/home/mara/sub/c.pbloop",
    ]);
  });

  it("names no switch, no other file, and not the program itself", () => {
    const argv = ["/opt/odd.pbkit", ".", "--open=x.pbkit", "-x.pbkit", "notes.txt", "pbkit", "a.pbkit.exe"];
    expect(openedPaths(argv, "/")).toEqual([]);
  });

  it("brings the link of an invite as it is, unless it is longer than any invite", () => {
    const link = "panelbook-invite:1:eyJhIjoxfQ:00000000";
    expect(openedPaths(["panelbook", link, "https://example.org/x"], "/home/mara")).toEqual([link]);
    expect(openedPaths(["panelbook", `${link}${"x".repeat(20_000)}`], "/")).toEqual([]);
  });

  it("tells kits, invites and bundles apart", () => {
    expect(["a.pbkit", "a.pbinvite", "a.pbloop", "a.txt"].map(openedKind)).toEqual([
      "kit",
      "invite",
      "bundle",
      null,
    ]);
  });
});

describe("files that wait for a window", () => {
  it("are told once, read when they are taken, and taken once", async () => {
    let told = 0;
    const files = createWaitingFiles(() => {
      told += 1;
    });
    files.add([]);
    expect(told).toBe(0);
    files.add([await aFile("a.pbinvite", "panelbook-invite:1:x"), await aFile("b.pbkit", "{}")]);
    expect(told).toBe(1);
    expect(await files.take()).toEqual([
      { kind: "invite", read: { ok: true, value: { name: "a.pbinvite", text: "panelbook-invite:1:x" } } },
      { kind: "kit", read: { ok: true, value: { name: "b.pbkit", text: "{}" } } },
    ]);
    expect(await files.take()).toEqual([]);
  });

  it("hand the text of an invite's link over as that of a file", async () => {
    const files = createWaitingFiles(() => undefined);
    const text = "panelbook-invite:1:eyJhIjoxfQ:00000000";
    files.add([text]);
    expect(await files.take()).toEqual([{ kind: "invite", read: { ok: true, value: { name: "", text } } }]);
  });

  it("say why one cannot be read", async () => {
    const files = createWaitingFiles(() => undefined);
    const path = await aFile("a.pbkit", new Uint8Array([0, 1, 2]));
    files.add(["/nowhere/a.pbinvite", path]);
    expect(await files.take()).toEqual([
      { kind: "invite", read: { ok: false, error: { type: "notReadable", path: "/nowhere/a.pbinvite" } } },
      { kind: "kit", read: { ok: false, error: { type: "notText", path } } },
    ]);
  });

  it("leave a bundle unread and hand its path to whoever opens the next bundle, once", async () => {
    const files = createWaitingFiles(() => undefined);
    files.add(["/stick/loop.pbloop"]);
    expect(files.bundleToOpen()).toBeNull();
    expect(await files.take()).toEqual([{ kind: "bundle", name: "loop.pbloop" }]);
    expect(files.bundleToOpen()).toBe("/stick/loop.pbloop");
    expect(files.bundleToOpen()).toBeNull();
  });

  it("are ten at most, the newest", async () => {
    const files = createWaitingFiles(() => undefined);
    files.add(Array.from({ length: 50 }, (_, at) => `/x/${at}.pbloop`));
    expect((await files.take()).map((file) => (file.kind === "bundle" ? file.name : ""))).toEqual(
      Array.from({ length: 10 }, (_, at) => `${40 + at}.pbloop`),
    );
  });
});
