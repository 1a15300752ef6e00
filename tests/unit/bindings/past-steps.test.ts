import { describe, expect, it } from "vitest";
import { mostSteps, type PastStep, typingPauseMs, withStep } from "../../../src/bindings/past-steps";

const step = (state: string, group: string | null, at: number): PastStep<string> => ({ state, group, at });

const statesOf = (steps: readonly PastStep<string>[]): readonly string[] => steps.map(({ state }) => state);

describe("the past of a text", () => {
  it("keeps a burst of typing in one field as one step, which goes back to before the burst", () => {
    const past = ["", "a", "ab"].reduce<readonly PastStep<string>[]>(
      (steps, state, index) => withStep(steps, step(state, "note 0", index * 100)),
      [],
    );
    expect(statesOf(past)).toEqual([""]);
  });

  it("begins a new step after a pause, counted from the last character and not from the first", () => {
    const first = withStep([], step("", "note 0", 0));
    const second = withStep(first, step("a", "note 0", typingPauseMs - 1));
    expect(statesOf(withStep(second, step("ab", "note 0", 2 * typingPauseMs - 2)))).toEqual([""]);
    expect(statesOf(withStep(second, step("ab", "note 0", 2 * typingPauseMs - 1)))).toEqual(["", "ab"]);
  });

  it("begins a new step in another field", () => {
    const first = withStep([], step("", "note 0", 0));
    expect(statesOf(withStep(first, step("a", "note 1", 10)))).toEqual(["", "a"]);
  });

  it("never joins acts that are not typing, however fast they follow", () => {
    const first = withStep([], step("blank", null, 0));
    expect(statesOf(withStep(first, step("rated 3", null, 1)))).toEqual(["blank", "rated 3"]);
  });

  it("forgets the oldest step once there are too many", () => {
    const past = Array.from({ length: mostSteps + 1 }, (_, index) => index).reduce<
      readonly PastStep<string>[]
    >((steps, index) => withStep(steps, step(`${index}`, null, index)), []);
    expect(past).toHaveLength(mostSteps);
    expect(past[0]?.state).toBe("1");
  });
});
