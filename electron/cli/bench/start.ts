import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "playwright-core";
import { launchPanelbook, machineSwitches, prepareRuntime } from "../../dev/launch";
import { type Bench, benchRow, percentile, timed } from "./bench";

const rounds = 5;

const emptyMain = `
const { app, BrowserWindow } = require("electron");
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL("data:text/html,<h1>empty</h1>"));
`;

const emptyApp = async (folder: string): Promise<string> => {
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name: "empty", version: "1.0.0", main: "main.cjs" }),
  );
  await writeFile(join(folder, "main.cjs"), emptyMain);
  return folder;
};

/** An Electron window with nothing in it, until its heading is on the screen. */
const startEmpty = async (folder: string, profile: string): Promise<void> => {
  const { runtime, env } = await prepareRuntime();
  const app = await _electron.launch({
    executablePath: runtime.binary,
    args: [...(await machineSwitches()), folder, `--user-data-dir=${profile}`],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  await (await app.firstWindow()).getByText("empty").waitFor();
  await app.close();
};

/** Panelbook until a person can act: the library's heading is there and its buttons answer. */
const startPanelbook = async (profile: string): Promise<void> => {
  const { page, close } = await launchPanelbook({ userDataDir: profile });
  await page.getByRole("heading", { name: "Library", level: 1 }).waitFor();
  await close();
};

const medianOf = async (folder: string, start: (profile: string) => Promise<void>): Promise<number> => {
  const profile = join(folder, "profile");
  await start(profile);
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push(await timed(() => start(profile)));
  return percentile(samples, 0.5);
};

/** Start and end of a second start of the same profile, beside an empty window of the same Electron. */
export const startBench: Bench = {
  name: "start",
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), "panelbook-start-"));
    try {
      const app = await emptyApp(folder);
      const againstValue = await medianOf(join(folder, "empty"), (profile) => startEmpty(app, profile));
      const value = await medianOf(join(folder, "panelbook"), startPanelbook);
      return benchRow({ name: "start", value, against: "an empty Electron window", againstValue, bound: 2 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
