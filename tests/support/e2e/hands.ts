import type { Page } from "playwright-core";
import type { TestLaptop } from "./desk";

/**
 * A person at a laptop without a mouse: keys, and eyes. Nothing here points, and the window itself counts whether anything
 * ever did.
 */
export interface Hands {
  readonly person: string;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Types or pastes into whatever has the focus. */
  readonly write: (text: string) => Promise<void>;
  /** Presses Tab until the focus is on what is called so. */
  readonly tabTo: (name: string | RegExp) => Promise<void>;
  /** Goes to a button or link by Tab and presses Enter. */
  readonly choose: (name: string | RegExp) => Promise<void>;
  /** Goes somewhere by the search that Ctrl K opens. */
  readonly goTo: (place: string) => Promise<void>;
  readonly sees: (text: string | RegExp) => Promise<void>;
  /** True where the text is on the screen now. */
  readonly sawNow: (text: string | RegExp) => Promise<boolean>;
  /** An attribute of the one element that has it. */
  readonly reads: (attribute: string) => Promise<string>;
  /** Pointer events that reached the window since it opened. */
  readonly pointed: () => Promise<number>;
}

type Counted = Window & { pointed?: number };

/** From now on the window counts everything a mouse, a pen or a finger does to it. */
const countPointing = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counted = window as Counted;
    counted.pointed = 0;
    for (const type of ["pointerdown", "mousedown", "touchstart", "wheel"])
      window.addEventListener(
        type,
        () => {
          counted.pointed = (counted.pointed ?? 0) + 1;
        },
        { capture: true, passive: true },
      );
  });

/** What the focused element is called, as a screen reader would say it, more or less. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return "";
    const byId = (element.getAttribute("aria-labelledby") ?? "")
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ");
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
    const name =
      element.getAttribute("aria-label") ?? (byId.trim() || labels.join(" ") || element.textContent);
    return (name ?? "").replace(/\s+/g, " ").trim();
  });

/** A button's name may be followed by the key that does the same. */
const isCalled = (found: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string"
    ? found.startsWith(wanted) && /^$|^[^a-z]/.test(found.slice(wanted.length))
    : wanted.test(found);

/** More stops than any screen here has. */
const mostStops = 400;

const tabTo = async (page: Page, wanted: string | RegExp): Promise<void> => {
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    const found = await focusedName(page);
    if (isCalled(found, wanted)) return;
    passed.push(found);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${wanted}; it passed ${[...new Set(passed)].join(" | ")}`);
};

/** The hands of the person at a laptop. */
export const handsOn = async ({ person, page, sees }: TestLaptop): Promise<Hands> => {
  await countPointing(page);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const waitFor = (name: string | RegExp) =>
    page
      .getByRole("button", { name })
      .or(page.getByRole("link", { name }))
      .first()
      .waitFor({ state: "visible" });
  const choose = async (name: string | RegExp): Promise<void> => {
    await waitFor(name);
    await tabTo(page, name);
    await press("Enter");
  };
  return {
    person,
    press,
    write: (text) => page.keyboard.insertText(text),
    tabTo: (name) => tabTo(page, name),
    choose,
    goTo: async (place) => {
      await press("Control+k");
      await page.locator("[role=combobox]:focus").waitFor();
      await page.keyboard.insertText(place);
      await page.getByRole("option", { name: place }).first().waitFor();
      await press("Enter");
    },
    sees,
    sawNow: (text) => page.getByText(text).first().isVisible(),
    reads: async (attribute) =>
      (await page.locator(`[${attribute}]`).first().getAttribute(attribute, { timeout: 30_000 })) ?? "",
    pointed: () => page.evaluate(() => (window as Counted).pointed ?? Number.NaN),
  };
};
