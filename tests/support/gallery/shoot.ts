import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { _electron, type Page } from "playwright-core";
import { build, preview } from "vite";
import { machineSwitches, prepareRuntime } from "../../../electron/dev/launch";
import { type Shot, shots } from "./shots";

/*
 * Takes a picture of every screen over fakes, light and dark, and looks for barriers with axe:
 *   npx tsx tests/support/gallery/shoot.ts --out DIR [--only NAME] [--role-page FILE]
 * Ends with 1 where axe finds something serious or a screen logs an error.
 */

const { values: options } = parseArgs({
  options: { out: { type: "string" }, only: { type: "string" }, "role-page": { type: "string" } },
});
const out = options.out ?? "out/gallery-shots";
const folder = import.meta.dirname;
const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The policy of the shipped page, so that a screen that needs more is seen here. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws: wss:";

interface Finding {
  readonly impact: string | null;
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

const barriers = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axeSource);
  const found = await page.evaluate<readonly Finding[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)",
  );
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} at ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
    );
};

/** Resolves once no animation that ends is still running. */
const settled = `Promise.all(document.getAnimations()
  .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
  .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`;

const rolePage = options["role-page"] === undefined ? "" : await readFile(options["role-page"], "utf8");

const open = async (page: Page, base: string, shot: Shot, scheme: "light" | "dark"): Promise<void> => {
  await page.goto(`${base}?laptop=${shot.laptop}`);
  await page.evaluate(
    ([colours, text]) => {
      window.localStorage.setItem("panelbook-color-scheme", colours ?? "light");
      window.localStorage.setItem("gallery-role-page", text ?? "");
    },
    [scheme, rolePage],
  );
  await page.goto(`${base}?laptop=${shot.laptop}#${shot.path}`);
  await page.reload();
  await page.waitForSelector("main");
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await shot.prepare?.(page);
  await page.evaluate(settled);
};

const wanted = shots.filter((shot) => options.only === undefined || shot.name.includes(options.only));
await mkdir(out, { recursive: true });
await build({ configFile: join(folder, "vite.config.ts") });
const server = await preview({
  configFile: join(folder, "vite.config.ts"),
  preview: { port: 0, host: "127.0.0.1", headers: { "Content-Security-Policy": policy } },
});
const base = server.resolvedUrls?.local[0] ?? "";
const profile = await mkdtemp(join(tmpdir(), "panelbook-gallery-"));
const { runtime, env } = await prepareRuntime();
const app = await _electron.launch({
  executablePath: runtime.binary,
  args: [...(await machineSwitches()), folder, `--gallery=${base}`, `--user-data-dir=${profile}`],
  env: { ...(process.env as Record<string, string>), ...env },
});
const page = await app.firstWindow();
await page.emulateMedia({ reducedMotion: "reduce" });
const faults: string[] = [];
let at = "";
page.on("console", (message) => {
  if (message.type() === "error") faults.push(`${at}: ${message.text()}`);
});
page.on("pageerror", (error) => faults.push(`${at}: ${error.message}`));

for (const scheme of ["light", "dark"] as const) {
  for (const shot of wanted) {
    at = `${shot.name}-${scheme}`;
    await open(page, base, shot, scheme);
    await writeFile(join(out, `${at}.png`), await page.screenshot());
    faults.push(...(await barriers(page)).map((barrier) => `${at}: ${barrier}`));
    console.log(at);
  }
}
await app.close();
await server.close();
await rm(profile, { recursive: true, force: true });
for (const fault of faults) console.error(fault);
console.log(`${wanted.length * 2} pictures in ${out}, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
