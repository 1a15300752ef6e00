import { type ChildProcess, spawn } from "node:child_process";
import { type Browser, chromium, type Page } from "playwright-core";
import { machineSwitches, prepareRuntime } from "../../../dev/launch";

const patienceMs = 60_000;

/** Starts an app as a person does: nothing holds it back until a debugger is there. */
const spawnApp = async (app: string, profile: string): Promise<ChildProcess> => {
  const { runtime, env } = await prepareRuntime();
  const args = [...(await machineSwitches()), app, `--user-data-dir=${profile}`, "--remote-debugging-port=0"];
  return spawn(runtime.binary, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
};

/** Where the window can be watched from, as the program prints it long before the window is there. */
const debuggerAddress = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    let text = "";
    child.stderr?.on("data", (bytes: Buffer) => {
      text += bytes.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address !== undefined) done(address);
    });
    child.once("close", () => fail(new Error(`the program ended before it had a window:\n${text}`)));
  });

const windowOf = async (browser: Browser): Promise<Page> => {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("the program has no session");
  const [page] = context.pages();
  return page ?? context.waitForEvent("page", { timeout: patienceMs });
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closing = new Promise((done) => child.once("close", done));
  child.kill("SIGTERM");
  await closing;
};

/** Waits until a person can act in the window; gives that moment in milliseconds since 1970. */
export type Ready = (page: Page) => Promise<number>;

/** Milliseconds from the start of the process until the window is ready. */
export const startOf = async (app: string, profile: string, ready: Ready): Promise<number> => {
  const started = Date.now();
  const child = await spawnApp(app, profile);
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child));
    const milliseconds = (await ready(await windowOf(browser))) - started;
    await browser.close();
    return milliseconds;
  } finally {
    await ended(child);
  }
};
