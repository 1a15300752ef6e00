import { describe, expect, it } from "vitest";
import type { Result } from "../../../../src/domain/result";
import { err, ok } from "../../../../src/domain/result";
import { liveLoad } from "../../../../src/store/live/live-load";

type Loaded = Result<string, { readonly type: string }>;
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A source whose loads end when the test says so. */
const source = () => {
  const listeners = new Set<() => void>();
  const loads: ((loaded: Loaded) => void)[] = [];
  const live = liveLoad(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => new Promise<Loaded>((resolve) => loads.push(resolve)),
  );
  const change = () => {
    for (const listener of listeners) listener();
  };
  return { live, listeners, loads, change };
};
const nothing = () => undefined;

describe("a live value that is loaded", () => {
  it("reads nothing before somebody listens", () => {
    const { live, loads } = source();
    expect(live.get()).toEqual({ state: "loading" });
    expect(loads).toHaveLength(0);
  });

  it("is the same object until a load brings another", async () => {
    const { live, loads } = source();
    live.subscribe(nothing);
    loads[0]?.(ok("one"));
    await settled();
    expect(live.get()).toEqual({ state: "ready", value: "one" });
    expect(live.get()).toBe(live.get());
  });

  it("loads once more, not thrice, for three changes during a load", async () => {
    const { live, loads, change } = source();
    live.subscribe(nothing);
    change();
    change();
    change();
    loads[0]?.(ok("one"));
    await settled();
    expect(loads).toHaveLength(2);
    loads[1]?.(ok("two"));
    await settled();
    expect(loads).toHaveLength(2);
    expect(live.get()).toEqual({ state: "ready", value: "two" });
  });

  it("shows a failure and recovers from it", async () => {
    const { live, loads, change } = source();
    live.subscribe(nothing);
    loads[0]?.(err({ type: "storeClosed" }));
    await settled();
    expect(live.get()).toEqual({ state: "failed", error: { type: "storeClosed" } });
    change();
    loads[1]?.(ok("back"));
    await settled();
    expect(live.get()).toEqual({ state: "ready", value: "back" });
  });

  it("watches while anybody listens, and no longer; leaving twice is leaving once", () => {
    const { live, listeners } = source();
    const leaveFirst = live.subscribe(nothing);
    const leaveSecond = live.subscribe(nothing);
    expect(listeners.size).toBe(1);
    leaveFirst();
    leaveFirst();
    expect(listeners.size).toBe(1);
    leaveSecond();
    expect(listeners.size).toBe(0);
  });
});
