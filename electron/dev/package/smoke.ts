import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { type Browser, chromium, type Page } from "playwright-core";
import { machineSwitches, prepareRuntime } from "../launch";
import { projectRoot } from "../project-root";

const binary = process.argv[2] ?? join(projectRoot, "dist/linux-unpacked/panelbook");
const limitMs = 90_000;
const on = "1".charCodeAt(0);
const off = "0".charCodeAt(0);

/** What electron-builder.yml says, but for the check of the archive, read from the program itself. */
const wanted: readonly (readonly [FuseV1Options, number, string])[] = [
  [FuseV1Options.RunAsNode, off, "starts as Node"],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, off, "listens to NODE_OPTIONS"],
  [FuseV1Options.EnableNodeCliInspectArguments, off, "takes a debugger"],
  [FuseV1Options.OnlyLoadAppFromAsar, on, "runs loose files"],
  [FuseV1Options.EnableCookieEncryption, on, "keeps cookies in plain"],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, off, "gives file: pages extra rights"],
];

const checkFuses = async (): Promise<void> => {
  const wire = await getCurrentFuseWire(binary);
  for (const [fuse, state, otherwise] of wanted)
    if (wire[fuse] !== state) throw new Error(`a fuse is not set: the program ${otherwise}`);
};

/** Asks again until there is an answer. */
const eventually = async <Value>(what: string, ask: () => Promise<Value | null>): Promise<Value> => {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it did not come about: ${what}`);
};

const portIn = async (profile: string): Promise<string | null> => {
  const text = await readFile(join(profile, "DevToolsActivePort"), "utf8").catch(() => null);
  return text?.split("\n")[0] ?? null;
};

interface Started {
  readonly child: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
  readonly ended: Promise<number | null>;
}

const start = async (profile: string): Promise<Started> => {
  const { env } = await prepareRuntime();
  await rm(join(profile, "DevToolsActivePort"), { force: true });
  const args = [...(await machineSwitches()), `--user-data-dir=${profile}`, "--remote-debugging-port=0"];
  const child = spawn(binary, args, { env: { ...process.env, ...env }, stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", resolve);
  });
  const died = ended.then((code): never => {
    throw new Error(`the program ended with ${code} before its window was there`);
  });
  // Once the window is there nobody asks this any more, and the program may end.
  died.catch(() => undefined);
  try {
    return { child, ended, ...(await Promise.race([windowOf(profile), died])) };
  } catch (thrown) {
    child.kill("SIGKILL");
    await ended;
    throw thrown;
  }
};

const windowOf = async (profile: string): Promise<Pick<Started, "browser" | "page">> => {
  const port = await eventually("a window that can be looked into", () => portIn(profile));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await eventually(
    "the program's window",
    async () =>
      browser
        .contexts()
        .flatMap((context) => context.pages())
        .find((one) => one.url().startsWith("app://panelbook")) ?? null,
  );
  return { browser, page };
};

/** Opens the program, sees the library, closes its window, and sees it end well. */
const once = async (profile: string): Promise<string> => {
  const begun = performance.now();
  const { child, page, ended } = await start(profile);
  try {
    await page.getByRole("heading", { level: 1, name: "Library" }).waitFor({ timeout: limitMs });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const info = await page.evaluate("window.panelbook.app.info()");
    // The answer may not come any more: the window is gone by then.
    await page.evaluate("window.close()").catch(() => undefined);
    const code = await Promise.race([
      ended,
      new Promise<string>((resolve) => setTimeout(() => resolve("it does not end"), limitMs).unref()),
    ]);
    if (code !== 0) throw new Error(`the program ended with ${code}`);
    return `library after ${seconds} s, ${JSON.stringify(info)}`;
  } finally {
    if (child.exitCode === null) child.kill("SIGKILL");
  }
};

const main = async (): Promise<void> => {
  const profile = await mkdtemp(join(tmpdir(), "panelbook-smoke-"));
  try {
    await checkFuses();
    console.log("fuses: as they should be");
    console.log(`first start: ${await once(profile)}`);
    console.log(`second start: ${await once(profile)}`);
    const place = await readFile(join(profile, "window.json"), "utf8");
    console.log(`window: kept as ${place}`);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
