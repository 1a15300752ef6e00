import { cp } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../../../dev/project-root";
import { run } from "../../../dev/run";

/** Where `plain.vite.config.ts` builds to. */
export const plainFolderVariable = "PANELBOOK_PLAIN_FOLDER";

/** Builds the program with its encryption off, which no build for people can be; gives the folder to start it from. */
export const buildPlain = async (folder: string): Promise<string> => {
  const tool = join(projectRoot, "node_modules/.bin/electron-vite");
  const config = join(projectRoot, "electron/cli/rig/grep/plain.vite.config.ts");
  const { code, output } = await run(tool, ["build", "--config", config, "--logLevel", "warn"], {
    cwd: projectRoot,
    env: { ...process.env, [plainFolderVariable]: folder },
  });
  if (code !== 0) throw new Error(`the build with encryption off failed:\n${output}`);
  await cp(join(projectRoot, "package.json"), join(folder, "package.json"));
  return folder;
};
