import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { atRest, openGallery } from "./open-gallery";
import type { Shot } from "./shot";
import { shots } from "./shots";

/*
 * Takes a picture of every screen over fakes, light and dark, and looks for barriers with axe:
 *   npx tsx tests/support/gallery/shoot.ts --out DIR [--only NAME,NAME] [--size 1920x1080] [--role-page FILE]
 * Ends with 1 where axe finds something serious or a screen logs an error.
 */

const { values: options } = parseArgs({
  options: {
    out: { type: "string" },
    only: { type: "string" },
    size: { type: "string" },
    "role-page": { type: "string" },
  },
});
const out = options.out ?? "out/gallery-shots";
const rolePage = await readFile(options["role-page"] ?? join(import.meta.dirname, "role-page.txt"), "utf8");
const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

const wanted = shots.filter(
  (shot) => options.only === undefined || options.only.split(",").some((name) => shot.name.includes(name)),
);
await mkdir(out, { recursive: true });
const { page, show, close } = await openGallery();
const [, width, height] = /^(\d+)x(\d+)$/.exec(options.size ?? "") ?? [];
if (width !== undefined) await page.setViewportSize({ width: Number(width), height: Number(height) });
const faults: string[] = [];
let at = "";
page.on("console", (message) => {
  if (message.type() === "error") faults.push(`${at}: ${message.text()}`);
});
page.on("pageerror", (error) => faults.push(`${at}: ${error.message}`));

const reach = async ({ laptop, path, prepare }: Shot, scheme: "light" | "dark"): Promise<void> => {
  await show({ laptop, path, scheme, rolePage });
  // Screens are read when they are first needed: until then there is only the frame.
  await page.locator("main :is(h1, h2, h3, p)").first().waitFor();
  await prepare?.(page);
  await atRest(page);
};

for (const scheme of ["light", "dark"] as const) {
  for (const shot of wanted) {
    at = `${shot.name}-${scheme}`;
    // A screen that is not reached is a fault with its picture; the others are looked at all the same.
    await reach(shot, scheme).catch((error: unknown) => faults.push(`${at}: ${String(error)}`));
    await writeFile(join(out, `${at}.png`), await page.screenshot());
    faults.push(...(await barriers(page)).map((barrier) => `${at}: ${barrier}`));
    console.log(at);
  }
}
await close();
for (const fault of faults) console.error(fault);
console.log(`${wanted.length * 2} pictures in ${out}, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
