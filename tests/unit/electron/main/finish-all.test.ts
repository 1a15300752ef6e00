import { describe, expect, it } from "vitest";
import { finishAll, type Later, quittingMs } from "../../../../electron/main/finish-all";

/** A clock that a test turns by hand. */
const handClock = () => {
  const waiting = new Map<() => void, number>();
  const later: Later = (milliseconds, act) => {
    waiting.set(act, milliseconds);
    return () => void waiting.delete(act);
  };
  return {
    later,
    pass: (milliseconds: number) => {
      for (const [act, at] of [...waiting]) if (at <= milliseconds) act();
    },
    pending: () => waiting.size,
  };
};

const never = (): Promise<never> => new Promise(() => undefined);
const refused = async () => {
  throw new Error("the disk is full");
};

describe("the end of the program", () => {
  it("waits until every part has finished, and then no longer", async () => {
    const clock = handClock();
    const order: string[] = [];
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ended = finishAll(
      [
        { name: "lan", finish: async () => void order.push("lan") },
        { name: "journal", finish: () => slow.then(() => void order.push("journal")) },
      ],
      clock.later,
    ).then((open) => {
      order.push("end");
      return open;
    });
    clock.pass(quittingMs - 1);
    release();
    expect(await ended).toEqual([]);
    expect(order).toEqual(["lan", "journal", "end"]);
    expect(clock.pending()).toBe(0);
  });

  it("comes after the bound although a part never answers, and names that part", async () => {
    const clock = handClock();
    const ended = finishAll(
      [
        { name: "lan", finish: never },
        { name: "journal", finish: () => Promise.resolve() },
      ],
      clock.later,
    );
    await Promise.resolve();
    await Promise.resolve();
    clock.pass(quittingMs);
    expect(await ended).toEqual(["lan"]);
  });

  it("comes at once where a part fails, and names that part", async () => {
    const clock = handClock();
    const parts = [
      { name: "journal", finish: refused },
      { name: "lan", finish: () => Promise.resolve() },
    ];
    expect(await finishAll(parts, clock.later)).toEqual(["journal"]);
  });

  it("is sooner than Windows asks whether to end the program by force", () => {
    expect(quittingMs).toBeLessThan(5_000);
  });
});
