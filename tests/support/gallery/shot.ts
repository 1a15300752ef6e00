import type { Page } from "playwright-core";

/** One picture: which fake laptop, which address, and what to do before it is taken. */
export interface Shot {
  readonly name: string;
  readonly laptop: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A picture of a screen of the day's loop. */
export const shot = (name: string, laptop: string, path: string, prepare?: Shot["prepare"]): Shot => ({
  name: `loop-${name}`,
  laptop,
  path,
  ...(prepare === undefined ? {} : { prepare }),
});

/** Presses keys one after the other. */
export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Waits until the text is there. */
export const sees = async (page: Page, text: string | RegExp): Promise<void> => {
  await page.getByText(text).first().waitFor();
};
