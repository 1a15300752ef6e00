import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";

const file = join(import.meta.dirname, "shift-clock.cjs");

/** Variables with which a program's main process believes another time. Electron takes them while it is not packaged. */
export const clockEnvironment = (offMs: number): Readonly<Record<string, string>> =>
  offMs === 0 ? {} : { NODE_OPTIONS: `--require ${file}`, PANELBOOK_LAB_CLOCK: String(offMs) };

/** Lets the window believe the same; it is loaded anew, since its first look at the clock is at its start. */
export const shiftClock = async (page: Page, offMs: number): Promise<void> => {
  if (offMs === 0) return;
  const shift = (await readFile(file, "utf8")).replace(
    'process.env.PANELBOOK_LAB_CLOCK ?? "0"',
    String(offMs),
  );
  await page.context().addInitScript(`(() => { ${shift} })();`);
  await page.reload();
};
