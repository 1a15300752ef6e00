import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElectronApplication } from "playwright-core";
import { type Laptop, laptopOn } from "../../../electron/cli/demo/laptop";
import { launchPanelbook } from "../../../electron/dev/launch";

/** A laptop whose program a test may also ask from inside main, and kill. */
export interface TestLaptop extends Laptop {
  readonly app: ElectronApplication;
  readonly process: ChildProcess;
  /** The folder the program keeps everything in. */
  readonly profile: string;
}

/** The folders and laptops of one test file; `clear` closes what is open and removes every folder. */
export interface TestDesk {
  readonly folder: (name: string) => Promise<string>;
  /** Without a profile the laptop gets a new one. */
  readonly open: (
    person: string,
    options?: { readonly profile?: string; readonly args?: readonly string[] },
  ) => Promise<TestLaptop>;
  readonly clear: () => Promise<void>;
}

const noCamera = (): Promise<void> => Promise.resolve();

const hasEnded = ({ process: { exitCode, signalCode } }: TestLaptop): boolean =>
  exitCode !== null || signalCode !== null;

export const testDesk = (): TestDesk => {
  const folders: string[] = [];
  const laptops: TestLaptop[] = [];
  const folder = async (name: string): Promise<string> => {
    const path = await mkdtemp(join(tmpdir(), `panelbook-${name}-`));
    folders.push(path);
    return path;
  };
  return {
    folder,
    open: async (person, { profile, args = [] } = {}) => {
      const userDataDir = profile ?? (await folder("profile"));
      const running = await launchPanelbook({ userDataDir, args });
      const driven = laptopOn(person, running, noCamera);
      const { app } = running;
      const laptop: TestLaptop = { ...driven, app, process: app.process(), profile: userDataDir };
      laptops.push(laptop);
      return laptop;
    },
    clear: async () => {
      const open = laptops.splice(0).filter((laptop) => !hasEnded(laptop));
      await Promise.all(open.map((laptop) => laptop.close()));
      for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** Ends the program and every process it started at once, as a crash or a power cut does: nothing is tidied up. */
export const killLaptop = async ({ app, process: { pid } }: TestLaptop): Promise<void> => {
  if (pid === undefined) throw new Error("the program has no process");
  const closed = app.waitForEvent("close");
  process.kill(-pid, "SIGKILL");
  await closed;
};
