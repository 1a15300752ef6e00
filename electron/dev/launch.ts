import { statfs } from "node:fs/promises";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { displayEnvironment, hasDisplay } from "./display/display";
import { ensureSystemLibraries } from "./display/system-libraries";
import { projectRoot } from "./project-root";
import type { Runtime } from "./runtime/attempt";
import { findRuntime } from "./runtime/find-runtime";

export interface LaunchOptions {
  /** The instance's own profile; two instances never share one. */
  readonly userDataDir: string;
  /** The folder of the program; this project's own where none is given. */
  readonly app?: string;
  /** Further command line switches, such as `--panelbook-save-dir=DIR`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** One running program with its window. `close` returns when its processes are gone. */
export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

const closeLimitMs = 10_000;
const enoughSharedMemory = 512 * 1024 * 1024;

const smallSharedMemory = async (): Promise<boolean> => {
  const room = await statfs("/dev/shm");
  return room.bsize * room.blocks < enoughSharedMemory;
};

/** Switches this machine needs: root cannot use the sandbox, and containers often have little shared memory. */
export const machineSwitches = async (): Promise<readonly string[]> => {
  if (process.platform !== "linux") return [];
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return (await smallSharedMemory()) ? [...root, "--disable-dev-shm-usage"] : root;
};

/** A runtime whose libraries are there, and the variables it needs to open a window. */
export const prepareRuntime = async (): Promise<{
  runtime: Runtime;
  env: Readonly<Record<string, string>>;
}> => {
  const runtime = await findRuntime();
  await ensureSystemLibraries(runtime.binary, !hasDisplay());
  return { runtime, env: await displayEnvironment() };
};

const closed = async (app: ElectronApplication): Promise<void> => {
  const process = app.process();
  const timer = setTimeout(() => process.kill("SIGKILL"), closeLimitMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
};

const cleanEnvironment = (): Record<string, string> => {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...rest } = process.env;
  return Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
};

/** Starts the built program in a real Electron and waits for its window; build first (`npm run build`). */
export const launchPanelbook = async (options: LaunchOptions): Promise<Launched> => {
  const { runtime, env } = await prepareRuntime();
  const app = await _electron.launch({
    executablePath: runtime.binary,
    cwd: projectRoot,
    args: [
      ...(await machineSwitches()),
      options.app ?? projectRoot,
      `--user-data-dir=${options.userDataDir}`,
      ...(options.args ?? []),
    ],
    env: { ...cleanEnvironment(), ...env, ...options.env },
  });
  const close = (): Promise<void> => closed(app);
  try {
    return { app, page: await app.firstWindow(), close };
  } catch (error) {
    await close();
    throw error;
  }
};
