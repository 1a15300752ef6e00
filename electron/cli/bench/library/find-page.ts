import type { Page } from "playwright-core";
import { z } from "zod";

const patienceMs = 120_000;

/**
 * Notes of every question to the search's worker how long its answer took: from the message that asks until the window hears
 * the one that answers. What the window does before and after, with the letter and with what was found, is not in it.
 */
const watcher = `(() => {
  const asked = new Map();
  const answered = new Map();
  const known = new WeakSet();
  let waiting = () => undefined;
  const post = Worker.prototype.postMessage;
  let failed = null;
  const hear = ({ data }) => {
    const question = asked.get(data.id);
    if (question === undefined) return;
    asked.delete(data.id);
    // A quick refusal is no answer.
    if ("failed" in data) failed = data.failed;
    else answered.set(question.text, performance.now() - question.at);
    waiting();
  };
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.name === "find") {
      if (!known.has(this)) this.addEventListener("message", hear);
      known.add(this);
      asked.set(message.id, { text: message.given[0].text, at: performance.now() });
    }
    return post.call(this, message, ...rest);
  };
  window.forgetFinds = () => answered.clear();
  window.findOf = (text) =>
    new Promise((done, refuse) => {
      waiting = () => {
        if (failed !== null) refuse(new Error(failed));
        else if (answered.has(text) && asked.size === 0) done(answered.get(text));
      };
      waiting();
    });
})()`;

/** Opens the search over all kits and waits until it has read every kit. */
export const openFindPage = async (page: Page): Promise<void> => {
  await page.evaluate(watcher);
  await page.getByRole("link", { name: "Find in every kit" }).click();
  await page.getByRole("status").filter({ hasText: "found, the best" }).waitFor({ timeout: patienceMs });
};

const millisecondsOf = async (page: Page, text: string): Promise<number> =>
  z.number().parse(await page.evaluate(`window.findOf(${JSON.stringify(text)})`));

/** Types a query letter by letter, each once the one before is answered; milliseconds from asking the worker to its answer. */
export const typeQuery = async (page: Page, query: string): Promise<readonly number[]> => {
  const field = page.getByLabel("What you look for");
  await field.fill("");
  await millisecondsOf(page, "");
  await page.evaluate("window.forgetFinds()");
  await field.focus();
  const times: number[] = [];
  for (let length = 1; length <= query.length; length += 1) {
    await page.keyboard.press(query.charAt(length - 1) === " " ? "Space" : query.charAt(length - 1));
    times.push(await millisecondsOf(page, query.slice(0, length)));
  }
  return times;
};
