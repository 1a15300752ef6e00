import type { Page } from "playwright-core";
import { z } from "zod";

/**
 * From the press of Enter on a kit's link, by the event's own time, until the frame that shows the kit is drawn: a message
 * that is posted from inside a frame's callback is delivered once that frame was painted.
 */
const watcher = `(() => {
  let pressed = null;
  let painted = null;
  let waiting = () => undefined;
  const isThere = () =>
    [...document.querySelectorAll("main h2")].some(({ textContent }) => textContent.includes("Core evaluation"));
  const look = () => {
    if (pressed === null || painted !== null || !isThere()) return;
    painted = 0;
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        painted = performance.now() - pressed;
        waiting();
      };
      after.port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  window.addEventListener("keydown", ({ key, timeStamp }) => {
    if (key !== "Enter") return;
    pressed = timeStamp;
    painted = null;
  }, { capture: true });
  window.kitPainted = () =>
    new Promise((done) => {
      waiting = () => painted > 0 && done(painted);
      waiting();
    });
})()`;

export const watchKits = async (page: Page): Promise<void> => {
  await page.evaluate(watcher);
};

/** Opens the kit of this title from the library and comes back; gives milliseconds from the press until it was painted. */
export const openKit = async (page: Page, title: string): Promise<number> => {
  await page.getByLabel("Filter by title, author or level").fill(title);
  const link = page.getByRole("link", { name: title, exact: true }).first();
  await link.focus();
  await page.keyboard.press("Enter");
  const milliseconds = z.number().parse(await page.evaluate("window.kitPainted()"));
  await page.getByRole("link", { name: "Library" }).first().click();
  await page.getByRole("heading", { name: "Library", level: 1 }).waitFor();
  return milliseconds;
};
