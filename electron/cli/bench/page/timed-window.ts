import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchPanelbook } from "../../../dev/launch";
import { projectRoot } from "../../../dev/project-root";
import { windowApp } from "./empty-app";

/** A window of the program's screens over a laptop in memory. */
export interface TimedWindow {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

const launchTimed = async (
  folder: string,
  address: string,
  closeRest: () => Promise<void>,
): Promise<TimedWindow> => {
  const app = await windowApp(join(folder, "app"), address);
  const { page, close } = await launchPanelbook({ app, userDataDir: join(folder, "profile") });
  try {
    await page.waitForFunction("window.windowBench !== undefined");
  } catch (error) {
    await close();
    throw error;
  }
  return {
    page,
    close: async () => {
      await close();
      await closeRest();
    },
  };
};

/** Builds the timed screens as the program's own and opens them in a window of Electron. */
export const openTimedWindow = async (): Promise<TimedWindow> => {
  // Loaded here, since most benches do without it.
  const { build, preview } = await import("vite");
  const configFile = join(projectRoot, "tests/bench/window/vite.config.ts");
  await build({ configFile });
  const server = await preview({ configFile, preview: { port: 0, host: "127.0.0.1" } });
  const folder = await mkdtemp(join(tmpdir(), "panelbook-timed-"));
  const closeRest = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return await launchTimed(folder, server.resolvedUrls?.local[0] ?? "", closeRest);
  } catch (error) {
    // An open server keeps the process from ending, and a window that did not come would look like a bench that hangs.
    await closeRest();
    throw error;
  }
};
