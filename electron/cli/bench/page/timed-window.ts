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

/** Builds the timed screens as the program's own and opens them in a window of Electron. */
export const openTimedWindow = async (): Promise<TimedWindow> => {
  // Loaded here, since most benches do without it.
  const { build, preview } = await import("vite");
  const configFile = join(projectRoot, "tests/bench/window/vite.config.ts");
  await build({ configFile });
  const server = await preview({ configFile, preview: { port: 0, host: "127.0.0.1" } });
  const folder = await mkdtemp(join(tmpdir(), "panelbook-timed-"));
  const address = server.resolvedUrls?.local[0] ?? "";
  const app = await windowApp(join(folder, "app"), address);
  const { page, close } = await launchPanelbook({ app, userDataDir: join(folder, "profile") });
  await page.waitForFunction("window.windowBench !== undefined");
  return {
    page,
    close: async () => {
      await close();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
