import type { Page } from "playwright-core";

/** What an open card's question shows. */
export interface CardOnScreen {
  readonly rating: string;
  /** The texts of the ticked signs. */
  readonly ticks: readonly string[];
  readonly notes: readonly string[];
}

type Watched = Window & { lastSaved?: CardOnScreen; readCard?: () => CardOnScreen };

/**
 * From now on the window itself remembers what it showed whenever it said "Saved on this laptop", so that what was
 * promised is known to the last moment before a kill.
 */
export const watchSaves = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const read = (): CardOnScreen => ({
      rating: document.querySelector('[aria-label="Your rating"] [aria-pressed=true] b')?.textContent ?? "",
      ticks: all("[data-tick=seen]").map((sign) => sign.textContent ?? ""),
      notes: all("[aria-label=Notes] textarea")
        .map((line) => (line as HTMLTextAreaElement).value)
        .filter((text) => text !== ""),
    });
    const watched = window as Watched;
    const look = () => {
      if ((document.body.textContent ?? "").includes("Saved on this laptop")) watched.lastSaved = read();
    };
    watched.readCard = read;
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    look();
  });

/** What the window last called saved. */
export const lastSaved = async (page: Page): Promise<CardOnScreen> => {
  const saved = await page.evaluate(() => (window as Watched).lastSaved ?? null);
  if (saved === null) throw new Error("the window never said that the card is saved");
  return saved;
};

/** What the window shows now; needs `watchSaves`. */
export const shownNow = async (page: Page): Promise<CardOnScreen> => {
  const shown = await page.evaluate(() => (window as Watched).readCard?.() ?? null);
  if (shown === null) throw new Error("nobody watches this window");
  return shown;
};
