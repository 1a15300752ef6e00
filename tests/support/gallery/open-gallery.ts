import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type Page } from "playwright-core";
import { build, preview } from "vite";
import { machineSwitches, prepareRuntime } from "../../../electron/dev/launch";

const folder = import.meta.dirname;
const configFile = join(folder, "vite.config.ts");

/** The policy of the shipped page, so that a screen that needs more is seen here. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:; connect-src 'self' ws: wss:";

/** What the gallery shows: a fake laptop by name, an address, the colours and the file its dialogs open. */
export interface GalleryView {
  readonly laptop: string;
  readonly path: string;
  readonly scheme?: "light" | "dark";
  readonly rolePage?: string;
}

export interface Gallery {
  readonly page: Page;
  /** Loads the screens anew and waits until they stand. */
  readonly show: (view: GalleryView) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Resolves once no animation that ends is still running. */
const settled = `Promise.all(document.getAnimations()
  .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
  .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`;

/** Waits until what was just done has come to rest on the screen. */
export const atRest = (page: Page): Promise<unknown> => page.evaluate(settled);

const show = async (page: Page, base: string, view: GalleryView): Promise<void> => {
  const address = `${base}?laptop=${view.laptop}`;
  await page.goto(address);
  await page.evaluate(
    ([scheme, rolePage]) => {
      window.localStorage.setItem("panelbook-color-scheme", scheme ?? "light");
      window.localStorage.setItem("gallery-role-page", rolePage ?? "");
    },
    [view.scheme ?? "light", view.rolePage ?? ""],
  );
  await page.goto(`${address}#${view.path}`);
  await page.reload();
  await page.waitForSelector("main");
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await atRest(page);
};

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** Builds the screens over fakes and opens them in a real Electron window of 1366 by 768. */
export const openGallery = async (): Promise<Gallery> => {
  await build({ configFile });
  const server = await preview({
    configFile,
    preview: { port: 0, host: "127.0.0.1", headers: { "Content-Security-Policy": policy } },
  });
  const base = server.resolvedUrls?.local[0] ?? "";
  const profile = await mkdtemp(join(tmpdir(), "panelbook-gallery-"));
  const { runtime, env } = await prepareRuntime();
  const app = await _electron.launch({
    executablePath: runtime.binary,
    args: [...(await machineSwitches()), folder, `--gallery=${base}`, `--user-data-dir=${profile}`],
    env: { ...environment(), ...env },
  });
  const page = await app.firstWindow();
  await page.emulateMedia({ reducedMotion: "reduce" });
  const close = async () => {
    await app.close();
    await server.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { page, show: (view) => show(page, base, view), close };
};
