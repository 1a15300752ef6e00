import { describe, expect, it } from "vitest";
import { inTurn, oneOf } from "../../../src/domain/in-turn";

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

describe("work in turn", () => {
  it("runs one task at a time, in the order given", async () => {
    const turns = inTurn();
    const first = gate();
    const seen: string[] = [];
    const one = turns.run(async () => {
      await first.opened;
      seen.push("one");
      return 1;
    });
    const two = turns.run(async () => {
      seen.push("two");
      return 2;
    });
    first.open();
    expect(await Promise.all([two, one])).toEqual([2, 1]);
    expect(seen).toEqual(["one", "two"]);
  });

  it("fails for whoever gave the failing task, and goes on", async () => {
    const turns = inTurn();
    const failed = turns.run(async () => {
      throw new Error("a bug");
    });
    const after = turns.run(async () => "still here");
    await expect(failed).rejects.toThrow("a bug");
    expect(await after).toBe("still here");
  });

  it("is idle only when what a task gave in turn is done too", async () => {
    const turns = inTurn();
    let done = false;
    void turns.run(async () => {
      void turns.run(async () => {
        await Promise.resolve();
        done = true;
      });
    });
    await turns.idle();
    expect(done).toBe(true);
  });
});

describe("one task that many ask for", () => {
  it("runs once for all who ask while it waits, and once more for those who ask while it runs", async () => {
    const turns = inTurn();
    const before = gate();
    const running = gate();
    let runs = 0;
    const ask = oneOf(turns, async () => {
      runs += 1;
      if (runs === 1) await running.opened;
    });
    void turns.run(() => before.opened);
    const early = [ask(), ask(), ask()];
    before.open();
    await Promise.resolve();
    while (runs === 0) await Promise.resolve();
    const late = [ask(), ask()];
    running.open();
    await Promise.all([...early, ...late]);
    expect(runs).toBe(2);
  });
});
