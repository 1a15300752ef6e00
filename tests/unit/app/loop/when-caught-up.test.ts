import { describe, expect, it } from "vitest";
import { whenCaughtUp } from "../../../../src/app/loop/when-caught-up";
import { liveCell } from "../../../../src/domain/live";

/** Time that passes when the test says so. */
const clock = () => {
  const waiting = new Set<() => void>();
  return {
    after: (_milliseconds: number, act: () => void) => {
      waiting.add(act);
      return () => void waiting.delete(act);
    },
    pass: () => {
      for (const act of [...waiting]) act();
    },
    waiting,
  };
};

describe("an act", () => {
  it("begins at once where nothing is lacking", async () => {
    const { after } = clock();
    expect(await whenCaughtUp(liveCell(false), after)()).toBe(true);
  });

  it("waits until this laptop has caught up, and leaves no timer behind", async () => {
    const behind = liveCell(true);
    const time = clock();
    const caughtUp = whenCaughtUp(behind, time.after)();
    behind.set(false);
    expect(await caughtUp).toBe(true);
    expect(time.waiting.size).toBe(0);
  });

  it("is refused where that takes too long", async () => {
    const time = clock();
    const caughtUp = whenCaughtUp(liveCell(true), time.after)();
    time.pass();
    expect(await caughtUp).toBe(false);
  });
});
