import { describe, expect, it } from "vitest";
import {
  type ClockReading,
  newClockWatch,
  readClock,
  wakeClock,
} from "../../../../src/domain/card/clock-watch";

const hour = 3_600_000;

/** A laptop's two clocks, and everything the watch said the wall clock was moved by. */
const laptop = () => {
  let clocks: ClockReading = { wallMs: 1_763_888_400_000, steadyMs: 5_000 };
  let watch = newClockWatch(clocks);
  let moved = 0;
  const take = (by: typeof readClock): void => {
    const read = by(watch, clocks);
    watch = read.watch;
    moved += read.movedMs;
  };
  return {
    passes: (ms: number) => {
      clocks = { wallMs: clocks.wallMs + ms, steadyMs: clocks.steadyMs + ms };
      take(readClock);
    },
    isSet: (ms: number) => {
      clocks = { ...clocks, wallMs: clocks.wallMs + ms };
    },
    wakes: () => take(wakeClock),
    moved: () => moved,
  };
};

describe("the watch over a laptop's clock", () => {
  it("sees nothing where time only passes, also when a timer comes minutes late", () => {
    const { passes, moved } = laptop();
    for (const ms of [1000, 1003, 998, 240_000]) passes(ms);
    expect(moved()).toBe(0);
  });

  it("sees a clock that is set back or forward by hours", () => {
    const back = laptop();
    back.isSet(-2 * hour);
    back.passes(1000);
    expect(back.moved()).toBe(-2 * hour);
    const forward = laptop();
    forward.isSet(hour);
    forward.passes(1000);
    forward.passes(60_000);
    expect(forward.moved()).toBe(hour);
  });

  it("lets a clock be corrected by less than two seconds at a time", () => {
    const { isSet, passes, moved } = laptop();
    isSet(1_999);
    passes(1000);
    expect(moved()).toBe(0);
    isSet(2_000);
    passes(1000);
    expect(moved()).toBe(2_000);
  });

  it("counts sleep as time that passed, whether the machine says so before the next reading or after it", () => {
    const before = laptop();
    before.isSet(20 * 60_000);
    before.wakes();
    before.passes(1000);
    expect(before.moved()).toBe(0);
    const after = laptop();
    after.isSet(20 * 60_000);
    after.passes(1000);
    expect(after.moved()).toBe(20 * 60_000);
    after.passes(3000);
    after.wakes();
    expect(after.moved()).toBe(0);
  });

  it("does not take a clock set forward long before a sleep for that sleep", () => {
    const { isSet, passes, wakes, moved } = laptop();
    isSet(hour);
    passes(1000);
    passes(10_001);
    wakes();
    expect(moved()).toBe(hour);
  });
});
