import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Surroundings } from "../../../../electron/contract/lan";
import { createNearbyLoops } from "../../../../src/app/loop/nearby-loops";
import { ok } from "../../../../src/domain/result";

const found: Surroundings = {
  loops: [{ label: "K7QX", address: "10.0.0.1:47111", typedCode: "10.0.0.1:47111/K7QX", version: "same" }],
  listening: true,
};

const aLan = () => {
  const listeners = new Set<(payload: Surroundings) => void>();
  const asked: string[] = [];
  const nearby = createNearbyLoops({
    look: async () => {
      asked.push("look");
      return ok({ loops: [], listening: true });
    },
    stopLooking: async () => {
      asked.push("stop");
      return ok(undefined);
    },
    onNearby: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const tell = (payload: Surroundings): void => {
    for (const listener of [...listeners]) listener(payload);
  };
  return { nearby, asked, tell, listeners };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the open loops around this laptop", () => {
  it("are looked for while somebody listens, said again so that main goes on, and not a moment longer", async () => {
    const { nearby, asked, listeners } = aLan();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
    const undos = [nearby.subscribe(() => undefined), nearby.subscribe(() => undefined)];
    await vi.advanceTimersByTimeAsync(45_000);
    expect(asked).toEqual(["look", "look", "look"]);
    undos[0]?.();
    undos[0]?.();
    expect(asked).toHaveLength(3);
    undos[1]?.();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual(["look", "look", "look", "stop"]);
    expect(listeners.size).toBe(0);
  });

  it("are shown as main tells them, and forgotten when nobody listens", async () => {
    const { nearby, tell } = aLan();
    const heard = vi.fn();
    const undo = nearby.subscribe(heard);
    await vi.advanceTimersByTimeAsync(0);
    tell(found);
    expect(nearby.get()).toEqual(found);
    expect(heard).toHaveBeenCalled();
    undo();
    expect(nearby.get().loops).toEqual([]);
  });
});
