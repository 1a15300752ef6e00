import { existsSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../project-root";
import { run } from "../run";
import type { Attempt } from "./attempt";

const electronFolder = join(projectRoot, "node_modules/electron");
const downloadLimitMs = 10 * 60_000;
const reachLimitMs = 8_000;
/** How long a machine that could not reach the download site is believed to stay so. */
const unreachableForMs = 24 * 3_600_000;

const declaredVersion = (): string =>
  (JSON.parse(readFileSync(join(electronFolder, "package.json"), "utf8")) as { version: string }).version;

const installed = (): string | null => {
  const pathFile = join(electronFolder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const binary = join(electronFolder, "dist", readFileSync(pathFile, "utf8"));
  return existsSync(binary) ? binary : null;
};

/** True where the release page answers at all; a wall that swallows packets must not cost minutes. */
const reachable = async (): Promise<boolean> => {
  if (process.env.ELECTRON_MIRROR !== undefined) return true;
  const page = `https://github.com/electron/electron/releases/tag/v${declaredVersion()}`;
  try {
    const answer = await fetch(page, { method: "HEAD", signal: AbortSignal.timeout(reachLimitMs) });
    return answer.ok;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
};

const lately = async (note: string): Promise<boolean> => {
  if (!existsSync(note)) return false;
  const age = Date.now() - Number(await readFile(note, "utf8"));
  return age >= 0 && age < unreachableForMs;
};

const download = async (): Promise<Attempt> => {
  console.log(`Fetching Electron ${declaredVersion()} ...`);
  const { code, output } = await run(process.execPath, [join(electronFolder, "install.js")], {
    cwd: projectRoot,
    timeoutMs: downloadLimitMs,
  });
  const binary = installed();
  if (binary !== null) return { found: { binary, kind: "official" } };
  const reason = output.trim().split("\n").slice(0, 2).join(" ");
  return { tried: `downloading Electron ${declaredVersion()} ended with code ${code}: ${reason}` };
};

/** The Electron of package.json: the one that is installed, or a download where its site answers. */
export const officialRuntime = async (cache: string): Promise<Attempt> => {
  const binary = installed();
  if (binary !== null) return { found: { binary, kind: "official" } };
  const note = join(cache, "official-unreachable");
  if (await lately(note))
    return { tried: `the download site did not answer lately (remove ${note} to ask again)` };
  if (await reachable()) return download();
  await writeFile(note, String(Date.now()));
  return { tried: `Electron ${declaredVersion()} is not installed and its download site does not answer` };
};
