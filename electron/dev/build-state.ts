import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "./project-root";
import { run } from "./run";

const sources = ["src", "electron", "resources", "package.json", "electron.vite.config.ts"];
const results = ["out/main/index.cjs", "out/preload/index.cjs", "out/renderer/index.html"];

const newest = async (path: string): Promise<number> => {
  const about = await stat(path);
  if (!about.isDirectory()) return about.mtimeMs;
  const names = await readdir(path);
  const times = await Promise.all(names.map((name) => newest(join(path, name))));
  return Math.max(about.mtimeMs, ...times);
};

/** True where a source is newer than what was built from it, or nothing was built. */
const isStale = async (): Promise<boolean> => {
  const built = results.map((path) => join(projectRoot, path));
  if (!built.every((path) => existsSync(path))) return true;
  const oldestResult = Math.min(
    ...(await Promise.all(built.map(async (path) => (await stat(path)).mtimeMs))),
  );
  const newestSource = Math.max(
    ...(await Promise.all(sources.map((path) => newest(join(projectRoot, path))))),
  );
  return newestSource > oldestResult;
};

const tool = (name: string): string => join(projectRoot, "node_modules/.bin", name);

/** Builds main, preload and page; throws with what the build printed. */
export const build = async (): Promise<void> => {
  const { code, output } = await run(tool("electron-vite"), ["build", "--logLevel", "warn"], {
    cwd: projectRoot,
  });
  if (code !== 0) throw new Error(`the build failed:\n${output}`);
};

/** Builds only where something changed since the last build. */
export const ensureBuilt = async (): Promise<void> => {
  if (!(await isStale())) return;
  console.log("Building ...");
  await build();
};
