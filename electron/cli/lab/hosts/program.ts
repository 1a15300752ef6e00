import { type ChildProcess, spawn } from "node:child_process";
import { type Browser, chromium, type Page } from "playwright-core";
import { machineSwitches, prepareRuntime } from "../../../dev/launch";
import { projectRoot } from "../../../dev/project-root";
import type { Port } from "../net/lan";
import { clockEnvironment, shiftClock } from "./clock";
import { openWayIn } from "./way-in";

const startLimitMs = 90_000;

export interface ProgramOptions {
  readonly port: Port;
  /** The profile folder. */
  readonly profile: string;
  /** Where files it saves go, without a dialog. */
  readonly saveDir: string;
  /** The file that is chosen wherever one is to be, without a dialog. */
  readonly stick: string;
  /** How far this laptop's clock is off, in milliseconds. */
  readonly clockOffMs: number;
}

/** One running Panelbook inside a host, with its window. */
export interface Program {
  readonly page: Page;
  readonly pid: number;
  /** Ends everything at once, as a power cut does. */
  readonly kill: () => Promise<void>;
  /** Ends it as a person does who closes the window. */
  readonly close: () => Promise<void>;
}

const spawnInside = async (options: ProgramOptions): Promise<ChildProcess> => {
  const { port, profile, saveDir, stick, clockOffMs } = options;
  const { runtime, env } = await prepareRuntime();
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...own } = process.env;
  const program = [
    runtime.binary,
    ...(await machineSwitches()),
    projectRoot,
    `--user-data-dir=${profile}`,
    `--panelbook-save-dir=${saveDir}`,
    `--panelbook-open-file=${stick}`,
    "--remote-debugging-port=0",
  ];
  return spawn("ip", ["netns", "exec", port.namespace, ...program], {
    cwd: projectRoot,
    env: { ...own, ...env, ...clockEnvironment(clockOffMs) },
    // A group of its own, so that everything it starts can be killed with it.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
};

interface Debugger {
  readonly port: number;
  readonly path: string;
}

/** Where the window can be driven from, as Chromium prints it. */
const debuggerOf = (child: ChildProcess): Promise<Debugger> =>
  new Promise((done, fail) => {
    let text = "";
    child.stderr?.on("data", (bytes: Buffer) => {
      text = `${text}${bytes.toString()}`.slice(-8000);
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)(\S+)/.exec(text);
      if (found !== null) done({ port: Number(found[1]), path: found[2] ?? "" });
    });
    child.once("close", () => fail(new Error(`the program ended before it had a window:\n${text}`)));
  });

const windowOf = async (browser: Browser): Promise<Page> => {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("the program has no session");
  const [page] = context.pages();
  return page ?? context.waitForEvent("page", { timeout: startLimitMs });
};

const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It may have ended between the wish and the deed.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
};

/** Starts the built program in a host and waits for its window. */
export const startProgram = async (options: ProgramOptions): Promise<Program> => {
  const child = await spawnInside(options);
  const { pid } = child;
  if (pid === undefined) throw new Error("the program did not start");
  const gone = new Promise<void>((done) => child.once("close", () => done()));
  const kill = async (): Promise<void> => {
    killGroup(pid);
    await gone;
  };
  try {
    const inside = await debuggerOf(child);
    const way = await openWayIn(options.port.wayIn, inside.port);
    void gone.then(way.close);
    const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${way.port}${inside.path}`);
    const page = await windowOf(browser);
    await shiftClock(page, options.clockOffMs);
    const close = async (): Promise<void> => {
      await page.close({ runBeforeUnload: false });
      const timer = setTimeout(killGroup, 10_000, pid);
      await gone;
      clearTimeout(timer);
    };
    return { page, pid, kill, close };
  } catch (error) {
    await kill();
    throw error;
  }
};
