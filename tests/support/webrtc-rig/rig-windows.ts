import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { machineSwitches, prepareRuntime } from "../../../electron/dev/launch";

/** Windows of one Electron program that know nothing of each other; numbered from 0 and opened when first asked for. */
export interface RigWindows {
  readonly window: (index: number) => Promise<Page>;
  /** Errors that nothing in a window caught, oldest first. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

type InMain = typeof globalThis & { readonly openWindow: (partition: string) => Promise<void> };

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

const openWindow = async (app: ElectronApplication, index: number): Promise<Page> => {
  const [page] = await Promise.all([
    app.waitForEvent("window"),
    app.evaluate((_electronModule, name) => (globalThis as InMain).openWindow(name), `laptop-${index}`),
  ]);
  return page;
};

export const openRigWindows = async (): Promise<RigWindows> => {
  const profile = await mkdtemp(join(tmpdir(), "panelbook-webrtc-rig-"));
  const { runtime, env } = await prepareRuntime();
  const app = await _electron.launch({
    executablePath: runtime.binary,
    args: [...(await machineSwitches()), import.meta.dirname, `--user-data-dir=${profile}`],
    env: { ...environment(), ...env },
  });
  const pages: Page[] = [];
  const errors: string[] = [];
  return {
    window: async (index) => {
      while (pages.length <= index) {
        const page = await openWindow(app, pages.length);
        page.on("pageerror", (error) => errors.push(error.message));
        pages.push(page);
      }
      const page = pages[index];
      if (page === undefined) throw new Error(`no window ${index}`);
      return page;
    },
    errors,
    close: async () => {
      // With connections still open the runtime was once seen to hang while it quit.
      for (const page of pages) await page.goto("about:blank");
      await app.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
