import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { type Launched, launchPanelbook } from "../../dev/launch";

/** One person's laptop: a real Electron with a profile of its own, driven by what a person sees. */
export interface Laptop {
  readonly person: string;
  readonly page: Page;
  readonly click: (button: string) => Promise<void>;
  readonly follow: (link: string) => Promise<void>;
  readonly fill: (label: string, text: string) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly sees: (text: string | RegExp) => Promise<void>;
  /** A numbered screenshot of the whole window. */
  readonly shoot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Counts up through all laptops, so that the pictures sort in the order of the day. */
export type Camera = (page: Page, person: string, name: string) => Promise<void>;

export const cameraInto = (folder: string): Camera => {
  let taken = 0;
  return async (page, person, name) => {
    taken += 1;
    const number = String(taken).padStart(2, "0");
    await page.screenshot({
      path: join(folder, `${number}-${name}-${person.split(" ")[0]?.toLowerCase()}.png`),
    });
  };
};

const patienceMs = 30_000;

const firstOf = async (locator: Locator): Promise<Locator> => {
  await locator.first().waitFor({ state: "visible" });
  return locator.first();
};

/** Drives a running Panelbook as its person does, who waits for at most `waitMs` for anything to appear. */
export const laptopOn = (
  person: string,
  running: Pick<Launched, "page" | "close">,
  camera: Camera,
  waitMs = patienceMs,
): Laptop => {
  const { page } = running;
  page.setDefaultTimeout(waitMs);
  const click = async (role: "button" | "link", name: string) =>
    (await firstOf(page.getByRole(role, { name }))).click();
  return {
    person,
    page,
    click: (name) => click("button", name),
    follow: (name) => click("link", name),
    fill: async (label, text) => (await firstOf(page.getByLabel(label))).fill(text),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    sees: async (text) => {
      await firstOf(page.getByText(text));
    },
    shoot: (name) => camera(page, person, name),
    close: () => running.close(),
  };
};

/** Starts Panelbook for a person; files it saves go to `saveDir` without a dialog. */
export const openLaptop = async (
  person: string,
  folders: { readonly profile: string; readonly saveDir: string },
  camera: Camera,
): Promise<Laptop> => {
  const args = [`--panelbook-save-dir=${folders.saveDir}`];
  return laptopOn(person, await launchPanelbook({ userDataDir: folders.profile, args }), camera);
};
