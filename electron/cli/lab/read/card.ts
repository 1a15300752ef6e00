import type { Page } from "playwright-core";
import { z } from "zod";

const cardReadSchema = z.object({
  /** Which of the slot's questions is in front, from 0. */
  question: z.int(),
  rating: z.string(),
  ticks: z.array(z.string()),
  notes: z.array(z.string()),
});
/** What an open card's question shows. */
export type CardRead = z.infer<typeof cardReadSchema>;

/**
 * From now on the window itself remembers what each question showed whenever it said that the card is saved, so that what was
 * promised is known up to the last moment before a kill.
 */
const watcher = `(() => {
  if (window.labWatch !== undefined) return;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const read = () => ({
    question: all('[aria-label="Questions of this slot"] button').findIndex(
      (button) => button.getAttribute("aria-current") === "true"),
    rating: document.querySelector('[aria-label="Your rating"] [aria-pressed=true] b')?.textContent ?? "",
    ticks: all("[data-tick=seen]").map((sign) => sign.textContent ?? ""),
    notes: all("[aria-label=Notes] textarea").map((line) => line.value).filter((text) => text !== ""),
  });
  const saved = {};
  const isSaved = () => all("span").some((label) => label.textContent === "Saved on this laptop");
  const look = () => { if (isSaved()) { const now = read(); saved[now.question] = now; } };
  window.labWatch = { read, saved: () => Object.values(saved), isSaved };
  new MutationObserver(look).observe(document.body,
    { subtree: true, childList: true, characterData: true, attributes: true });
  look();
})()`;

export const watchCard = async (page: Page): Promise<void> => {
  await page.evaluate(watcher);
};

export const readCard = async (page: Page): Promise<CardRead> =>
  cardReadSchema.parse(await page.evaluate("labWatch.read()"));

/** True while the window says that what it shows is on the disk. */
export const saysSaved = async (page: Page): Promise<boolean> =>
  z.boolean().parse(await page.evaluate("labWatch.isSaved()"));

/** What each question showed when the window last called it saved. */
export const lastSaved = async (page: Page): Promise<readonly CardRead[]> =>
  z.array(cardReadSchema).parse(await page.evaluate("labWatch.saved()"));
