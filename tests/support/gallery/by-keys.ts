import type { Page } from "playwright-core";

/** Longer than any screen here has places for the focus. */
const mostSteps = 250;

/** The words by which the focused element is known: its label, else what it says. */
const focused = `(() => {
  const at = document.activeElement;
  const label = at?.labels?.[0]?.textContent;
  return at?.getAttribute("aria-label") ?? label ?? at?.textContent ?? "";
})()`;

/** Presses Tab until what is called so has the focus; throws where it cannot be reached without a pointer. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    await page.keyboard.press("Tab");
    if (name.test(String(await page.evaluate(focused)))) return;
  }
  throw new Error(`no key leads to ${name}`);
};

const pressOn = async (page: Page, name: RegExp, key = "Enter"): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press(key);
};

const saved = (page: Page) => page.getByText("Saved on this laptop").waitFor();

/** A kit is found, read, changed, published, restored and compared without a pointer. */
export const wholeKitByKeys = async (page: Page): Promise<void> => {
  await page.keyboard.press("Control+k");
  await page.locator("[role=combobox]:focus").waitFor();
  await page.keyboard.type("Lab Tech");
  await page
    .getByRole("option", { name: /Lab Technician/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("radiogroup", { name: "Level" }).waitFor();
  await pressOn(page, /^Junior$/, "ArrowRight");
  await page.locator("input[type=radio]:checked:focus").waitFor({ state: "attached" });
  await pressOn(page, /^Show all$/);
  await page.getByRole("button", { name: "One at a time" }).first().waitFor();
  await pressOn(page, /^Edit$/);
  await tabTo(page, /^Question$/);
  await page.keyboard.press("End");
  await page.keyboard.type(" And then?");
  await saved(page);
  await pressOn(page, /^Move Instrument care/, "ArrowUp");
  await saved(page);
  await pressOn(page, /^Versions$/);
  await pressOn(page, /^Publish as version 2$/);
  await page.getByText("Version 2 is published.").waitFor();
  // The newest version stands first; the one below it is put back. Its question asks with the focus on keeping.
  await tabTo(page, /^Restore as draft$/);
  await pressOn(page, /^Restore as draft$/);
  await page.getByText("Put this version in the place of the draft?").waitFor();
  await pressOn(page, /^Restore$/);
  await page.getByText("The draft says what version 1 says.").waitFor();
  await page.getByRole("list", { name: "Differences between the two" }).waitFor();
};
