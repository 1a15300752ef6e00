import { describe, expect, it } from "vitest";
import { newCopySchedule } from "../../../../src/sync/drafts/copy-schedule";
import { seededRandom } from "../../../support/seeded-random";

describe("when a card in progress is copied", () => {
  it("is never, while nothing was changed", () => {
    const schedule = newCopySchedule<string>();
    schedule.left(0);
    expect(schedule.dueAt()).toBeNull();
    expect(schedule.take(1_000_000)).toBeNull();
  });

  it("is 30 seconds after the last change, as long as nobody leaves it", () => {
    const schedule = newCopySchedule<string>();
    schedule.changed("q1", 0);
    schedule.changed("q1", 10_000);
    expect(schedule.dueAt()).toBe(40_000);
    expect(schedule.take(39_999)).toBeNull();
    expect(schedule.take(40_000)).toBe("q1");
    expect(schedule.dueAt()).toBeNull();
  });

  it("is at once when the window loses its focus", () => {
    const schedule = newCopySchedule<string>();
    schedule.changed("q1", 0);
    schedule.left(5_000);
    expect(schedule.take(5_000)).toBe("q1");
  });

  it("is at once when something else is changed", () => {
    const schedule = newCopySchedule<string>();
    schedule.changed("q1", 0);
    schedule.changed("q2", 5_000);
    expect(schedule.take(5_000)).toBe("q1");
    expect(schedule.dueAt()).toBe(35_000);
  });

  it("is not within 20 seconds of the copy before, whatever is left meanwhile", () => {
    const schedule = newCopySchedule<string>();
    schedule.changed("q1", 0);
    schedule.left(1_000);
    expect(schedule.take(1_000)).toBe("q1");
    schedule.changed("q1", 2_000);
    schedule.left(3_000);
    expect(schedule.dueAt()).toBe(21_000);
    expect(schedule.take(20_999)).toBeNull();
    expect(schedule.take(21_000)).toBe("q1");
  });

  it("is never more often than every 20 seconds and never later than 50 after a change (seed 6)", () => {
    const random = seededRandom(6);
    const schedule = newCopySchedule<number>();
    const sent: number[] = [];
    let oldest: number | null = null;
    for (let now = 0; now < 2_000_000; now += 500) {
      if (random.below(20) === 0) {
        schedule.changed(1, now);
        oldest ??= now;
      }
      if (random.below(40) === 0) schedule.left(now);
      if (schedule.take(now) === null) continue;
      sent.push(now);
      oldest = null;
    }
    expect(sent.length).toBeGreaterThan(20);
    for (const [index, at] of sent.entries())
      if (index > 0) expect(at - (sent[index - 1] ?? 0)).toBeGreaterThanOrEqual(20_000);
    expect(oldest === null || 2_000_000 - oldest < 100_000).toBe(true);
  });
});
