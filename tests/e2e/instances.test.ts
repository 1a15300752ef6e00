import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { machineSwitches, prepareRuntime } from "../../electron/dev/launch";
import { projectRoot } from "../../electron/dev/project-root";
import { run } from "../../electron/dev/run";
import { type OpenPanelbook, openPanelbook } from "../support/e2e/open-panelbook";

const opened: OpenPanelbook[] = [];
const folders: string[] = [];

const open = async (args: readonly string[] = []): Promise<OpenPanelbook> => {
  const panelbook = await openPanelbook(args);
  opened.push(panelbook);
  return panelbook;
};

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-saved-"));
  folders.push(folder);
  return folder;
};

afterEach(async () => {
  for (const panelbook of opened.splice(0)) await panelbook.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const setNote = (text: string) => localStorage.setItem("note", text);
const noteOf = ({ page }: OpenPanelbook): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem("note"));

describe("several instances on one machine", () => {
  it("run side by side, each with a profile of its own", async () => {
    const [first, second, third] = await Promise.all([open(), open(), open()]);
    await first.page.evaluate(setNote, "first");
    await second.page.evaluate(setNote, "second");
    expect([await noteOf(first), await noteOf(second), await noteOf(third)]).toEqual([
      "first",
      "second",
      null,
    ]);
  });

  it("never share a profile: a second start ends and the first one stays", async () => {
    const first = await open();
    const { runtime, env } = await prepareRuntime();
    const args = [...(await machineSwitches()), projectRoot, `--user-data-dir=${first.profile}`];
    const second = await run(runtime.binary, args, { env: { ...process.env, ...env }, timeoutMs: 20_000 });
    expect(second.code).toBe(0);
    expect(second.output).toContain("Panelbook already runs on this profile");
    expect(await first.page.evaluate(() => document.title.length > 0)).toBe(true);
  });
});

const save = ({ page }: OpenPanelbook, text: string) =>
  page.evaluate(
    (content) =>
      window.panelbook.files.save({
        kind: "text",
        suggestedName: "../notes.txt",
        bytes: new TextEncoder().encode(content),
      }),
    text,
  );

describe("an unattended run", () => {
  it("saves into the folder it was given, by another file in the old one's place", async () => {
    const folder = await newFolder();
    const path = join(folder, "-notes.txt");
    await writeFile(path, "older");
    const before = await stat(path);
    const panelbook = await open([`--panelbook-save-dir=${folder}`]);
    expect(await save(panelbook, "newer")).toEqual({ ok: true, value: { path } });
    expect(await readFile(path, "utf8")).toBe("newer");
    expect(await readdir(folder)).toEqual(["-notes.txt"]);
    expect((await stat(path)).ino).not.toBe(before.ino);
  });

  it("is told where it could not save", async () => {
    const missing = join(await newFolder(), "gone");
    const panelbook = await open([`--panelbook-save-dir=${missing}`]);
    expect(await save(panelbook, "text")).toEqual({
      ok: false,
      error: { type: "folderMissing", path: join(missing, "-notes.txt") },
    });
  });

  it("opens the file it was given", async () => {
    const file = join(await newFolder(), "role page.txt");
    await writeFile(file, "a role page");
    const { page } = await open([`--panelbook-open-file=${file}`]);
    const answer = await page.evaluate(() => window.panelbook.files.openText({ kind: "text" }));
    expect(answer).toEqual({ ok: true, value: { name: "role page.txt", text: "a role page" } });
  });
});
