import type { Page } from "playwright-core";

/** Every text handed over that an open card shows, whoever wrote it. */
export const readHandOffs = (page: Page): Promise<readonly string[]> =>
  page.locator('aside[aria-label="This slot"] p').allTextContents();
