import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../dev/project-root";
import { run } from "../../dev/run";

export const peersFolder = join(projectRoot, "tests/bench/peers");

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

const installedSchema = z.object({ version: z.string() });

/** The version of a peer that is installed and would be measured; null where none is. */
const installedVersion = async (name: string): Promise<string | null> => {
  try {
    const text = await readFile(join(peersFolder, "node_modules", name, "package.json"), "utf8");
    return installedSchema.parse(JSON.parse(text)).version;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
};

const isInstalled = async (): Promise<boolean> => {
  const text = await readFile(join(peersFolder, "package.json"), "utf8");
  const wanted = Object.entries(packageSchema.parse(JSON.parse(text)).dependencies);
  const found = await Promise.all(wanted.map(([name]) => installedVersion(name)));
  return wanted.every(([, version], index) => found[index] === version);
};

/** A peer with the version that is measured, "ws 8.23.0"; only after `ensurePeers`. */
export const peerName = async (name: string): Promise<string> => {
  const version = await installedVersion(name);
  if (version === null) throw new Error(`${name} is not installed`);
  return `${name} ${version}`;
};

/** Installs what is only measured against, once; the app itself never needs it. */
export const ensurePeers = async (): Promise<void> => {
  if (await isInstalled()) return;
  console.error("Installing the programs Panelbook is measured beside ...");
  // The lock file has no native parts that are optional, which a clean install would insist on.
  const { code, output } = await run("npm", ["install", "--ignore-scripts", "--no-save"], {
    cwd: peersFolder,
  });
  if (code !== 0) throw new Error(`the peers could not be installed: ${output}`);
};
