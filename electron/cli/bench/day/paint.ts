import type { Page } from "playwright-core";
import { z } from "zod";

/**
 * From the moment a key is pressed, by the event's own time, until the frame that shows what it did is drawn: a message
 * that is posted from inside the frame's last callback is delivered once the frame was painted.
 */
const watcher = `(() => {
  const painted = [];
  let waiting = null;
  window.paintOf = (press) =>
    new Promise((done) => {
      waiting = () => press in painted && done(painted[press]);
      waiting();
    });
  window.presses = () => painted.length;
  window.addEventListener("keydown", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        painted.push(performance.now() - timeStamp);
        waiting?.();
      };
      after.port2.postMessage(null);
    });
  }, { capture: true });
})()`;

export const watchPaint = async (page: Page): Promise<void> => {
  await page.evaluate(watcher);
};

/** Presses a key; gives milliseconds until its frame was painted. */
export const pressToPaint = async (page: Page, key: string): Promise<number> => {
  const press = z.number().parse(await page.evaluate("window.presses()"));
  await page.keyboard.press(key);
  // The program's page allows no text to become a function, as waiting for one would need.
  return z.number().parse(await page.evaluate(`window.paintOf(${press})`));
};
