import type { Page } from "playwright-core";
import { z } from "zod";

const cardSchema = z.object({
  rating: z.string(),
  ticks: z.array(z.string()).readonly(),
  notes: z.array(z.string()).readonly(),
});

/** What an open card's question shows; `ticks` are the texts of the ticked signs. */
export type CardOnScreen = Readonly<z.infer<typeof cardSchema>>;

/** Runs inside the window, hence a text: this world knows no document. */
const watcher = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const read = () => ({
    rating: document.querySelector('[aria-label="Your rating"] [aria-pressed=true] b')?.textContent ?? "",
    ticks: all("[data-tick=seen]").map((sign) => sign.textContent ?? ""),
    notes: all("[aria-label=Notes] textarea").map(({ value }) => value).filter((text) => text !== ""),
  });
  const look = () => {
    if ((document.body.textContent ?? "").includes("Saved on this laptop")) window.lastSaved = read();
  };
  window.readCard = read;
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  new MutationObserver(look).observe(document.body, everything);
  look();
})()`;

/**
 * From now on the window itself remembers what it showed whenever it said "Saved on this laptop", so that what was
 * promised is known to the last moment before a kill.
 */
export const watchSaves = async (page: Page): Promise<void> => {
  await page.evaluate(watcher);
};

/** What the window last called saved; null where it has not said so since it is watched. */
export const savedSoFar = async (page: Page): Promise<CardOnScreen | null> =>
  cardSchema.nullable().parse(await page.evaluate("window.lastSaved ?? null"));

/** What the window last called saved. */
export const lastSaved = async (page: Page): Promise<CardOnScreen> => {
  const saved = await savedSoFar(page);
  if (saved === null) throw new Error("the window never said that the card is saved");
  return saved;
};

/** What the window shows now; needs `watchSaves`. */
export const shownNow = async (page: Page): Promise<CardOnScreen> => {
  const shown = await page.evaluate("window.readCard?.() ?? null");
  if (shown === null) throw new Error("nobody watches this window");
  return cardSchema.parse(shown);
};
