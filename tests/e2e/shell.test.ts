import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElectronApplication } from "playwright-core";
import type { Bridge } from "../../electron/contract/bridge";
import { bridgeShell } from "../../src/shell/bridge-shell";
import { type DesktopUnderTest, shellContract } from "../contract/shell/shell-contract";
import { openPanelbook } from "../support/e2e/open-panelbook";
import { remoteBridge } from "../support/e2e/remote-bridge";

/** Root may write everywhere but here. */
const lockedFolder = "/sys";

/** Stands in for the person at the system's dialogs, which no test can operate. */
const answerDialogs = (app: ElectronApplication, folder: string | null, file: string | null): Promise<void> =>
  app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const { defaultPath = "" } = given[0] as { defaultPath?: string };
        const name = defaultPath.slice(defaultPath.lastIndexOf("/") + 1);
        return {
          canceled: chosen.folder === null,
          filePath: chosen.folder === null ? "" : `${chosen.folder}/${name}`,
        };
      };
      dialog.showOpenDialog = async (...given: unknown[]) => {
        const { properties = [] } = given.at(-1) as { properties?: readonly string[] };
        const path = properties.includes("openDirectory") ? chosen.folder : chosen.file;
        return { canceled: path === null, filePaths: path === null ? [] : [path] };
      };
    },
    { folder, file },
  );

const openReal = async (): Promise<DesktopUnderTest> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-desktop-"));
  const { app, page, close } = await openPanelbook();
  const { bridge, settled } = remoteBridge(page);
  return {
    shell: bridgeShell(bridge as Bridge),
    chooseFolder: () => answerDialogs(app, folder, null),
    chooseLockedFolder: () => answerDialogs(app, lockedFolder, null),
    chooseFile: async (name, bytes) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      await answerDialogs(app, null, path);
      return path;
    },
    cancelDialogs: () => answerDialogs(app, null, null),
    readSaved: (path) => readFile(path),
    clipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    wakeUp: async () => {
      await settled();
      await app.evaluate(({ powerMonitor }) => powerMonitor.emit("resume"));
      // The notice and this question travel the same way, so the answer comes after the notice was heard.
      await page.evaluate(() => window.panelbook.app.info());
    },
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

shellContract("a real Electron", openReal);
