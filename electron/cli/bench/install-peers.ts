import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../dev/project-root";
import { run } from "../../dev/run";

export const peersFolder = join(projectRoot, "tests/bench/peers");

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

const isInstalled = async (): Promise<boolean> => {
  const text = await readFile(join(peersFolder, "package.json"), "utf8");
  const names = Object.keys(packageSchema.parse(JSON.parse(text)).dependencies);
  return names.every((name) => existsSync(join(peersFolder, "node_modules", name)));
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
