import type { Page } from "playwright-core";

const lists = ["Handed over to you", "You handed over"].map((name) => `ul[aria-label="${name}"] li`);

/** Every text handed over that an open card shows, whoever wrote it. */
export const readHandOffs = (page: Page): Promise<readonly string[]> =>
  page.locator(lists.join(", ")).allTextContents();
