import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-domain-"));
  await copyFile("biome.json", join(folder, "biome.json"));
  await cp(".biome", join(folder, ".biome"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Whether Biome, with the project's own rules, lets this expression stand in a file of the folder. */
const isLinted = async (place: string, expression: string): Promise<boolean> => {
  await mkdir(join(folder, place), { recursive: true });
  await writeFile(join(folder, place, "probe.ts"), `export const probe = ${expression};\n`);
  return new Promise((done) => {
    const args = ["lint", "--vcs-enabled=false", "."];
    execFile(resolve("node_modules/.bin/biome"), args, { cwd: folder }, (error) => done(error === null));
  });
};

describe("the domain", () => {
  it.each(["Date.now()", "new Date()", "Math.random()"])("may not ask %s", async (expression) => {
    expect(await isLinted("src/domain/loop", expression)).toBe(false);
  });

  it.each(['new Date("2026-11-23T09:00:00Z")', "Date.parse('2026-11-23')", "Math.max(1, 2)"])(
    "may ask %s",
    async (expression) => {
      expect(await isLinted("src/domain/loop", expression)).toBe(true);
    },
  );

  it("is the only folder with that rule", async () => {
    expect(await isLinted("src/store/rows", "Date.now()")).toBe(true);
  });
});
