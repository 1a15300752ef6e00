import { setTimeout as wait } from "node:timers/promises";

const everyMs = 150;

/** Asks again and again until the answer is yes; false where it never was within the limit. */
export const isSoon = async (limitMs: number, condition: () => Promise<boolean>): Promise<boolean> => {
  const end = performance.now() + limitMs;
  for (;;) {
    if (await condition()) return true;
    if (performance.now() > end) return false;
    await wait(everyMs);
  }
};

/** The same where no is a failure. */
export const until = async (
  what: string,
  limitMs: number,
  condition: () => Promise<boolean>,
): Promise<void> => {
  if (!(await isSoon(limitMs, condition))) throw new Error(`not within ${limitMs / 1000} s: ${what}`);
};
