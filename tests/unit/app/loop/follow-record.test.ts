import { describe, expect, it, vi } from "vitest";
import { followRecord } from "../../../../src/app/loop/follow-record";
import type { RecordWithHash } from "../../../../src/app/loop/record-of-loop";
import type { Failure } from "../../../../src/bindings/services";
import { hashSchema } from "../../../../src/domain/ids";
import { liveCell } from "../../../../src/domain/live";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import { err, ok, type Result } from "../../../../src/domain/result";
import { aHash } from "../../../support/builders/ids";

const closed = { hash: aHash(hashSchema, "closed") } as RecordWithHash;

/** A record that is due until it was brought; nothing waits, and more of the loop arrives when the test says so. */
const follower = (bring: () => Promise<Result<RecordWithHash, Failure>>) => {
  const view = liveCell({} as LoopView);
  const tries = vi.fn(bring);
  const undo = followRecord({
    view,
    due: (kept) => (kept === closed.hash ? null : "closed"),
    bring: tries,
    after: (_ms, act) => {
      queueMicrotask(act);
      return () => undefined;
    },
  });
  /** Lets what was begun come to its end; nothing in it takes time. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const arrive = async () => {
    view.set({} as LoopView);
    await settle();
  };
  return { tries, settle, arrive, undo };
};

describe("a record that could not be brought up to date", () => {
  it.each(["recordArriving", "incomplete", "behind"])(
    "is tried again when more of the loop has arrived, where it was %s",
    async (type) => {
      const answers: Result<RecordWithHash, Failure>[] = [err({ type }), ok(closed)];
      const { tries, settle, arrive, undo } = follower(async () => answers.shift() ?? ok(closed));
      await settle();
      expect(tries).toHaveBeenCalledTimes(1);
      await arrive();
      expect(tries).toHaveBeenCalledTimes(2);
      await arrive();
      expect(tries).toHaveBeenCalledTimes(2);
      undo();
    },
  );

  it.each([
    ["is refused", async () => err({ type: "recordDiffers" })],
    ["throws", () => Promise.reject(new Error("the store is closed"))],
  ] as const)("is left until something else is due where it %s", async (_what, bring) => {
    const { tries, settle, arrive, undo } = follower(bring);
    await settle();
    await arrive();
    expect(tries).toHaveBeenCalledTimes(1);
    undo();
  });
});
