import { describe, expect, it } from "vitest";
import { keepAdmission } from "../../../../src/app/loop/keep-admission";
import { hashSchema, loopIdSchema } from "../../../../src/domain/ids";
import { err, ok, type Result } from "../../../../src/domain/result";
import type { StoreFailure } from "../../../../src/store/failure";
import { aHash, anId } from "../../../support/builders/ids";
import { personId } from "../../../support/builders/record";
import { aDevice, keysOf } from "../../../support/sealing/devices";

const loopId = anId(loopIdSchema, "loop");
const admission = {
  step: "admitted",
  loopId,
  generation: 1,
  charterHash: aHash(hashSchema, "charter"),
  personId: personId("ben"),
  host: keysOf(aDevice("ana")),
  signalingUrls: ["ws://192.168.10.4:47111/signal"],
} as const;
const ids = { now: () => "2026-11-23T09:00:00.000Z" };
const full: StoreFailure = { type: "diskFull" };

/** A store that knows no loop, and what was done with it in order. */
const aStore = (key: Result<void, StoreFailure> = ok(undefined)) => {
  const done: string[] = [];
  const doing = <Value>(what: string, answer: Value) => {
    done.push(what);
    return Promise.resolve(answer);
  };
  const store = {
    openSubject: () => doing("key", key),
    loops: { one: async () => ok(null), add: () => doing("loop", ok(undefined)) },
    settings: { put: () => doing("doors", ok(undefined)) },
  };
  return {
    done,
    keep: (noted: Result<void, StoreFailure>) =>
      keepAdmission({ store, ids }, admission, () => doing("note", noted)),
  };
};

describe("what has to be known before a loop is on this laptop", () => {
  it("is written down before the loop and after its key", async () => {
    const { done, keep } = aStore();
    expect(await keep(ok(undefined))).toBeNull();
    expect(done).toEqual(["key", "note", "doors", "loop"]);
  });

  it("is not written down where the loop cannot come here, since its key was destroyed", async () => {
    const destroyed: StoreFailure = { type: "keyUnavailable", subjectId: loopId, reason: "destroyed" };
    const { done, keep } = aStore(err(destroyed));
    expect(await keep(ok(undefined))).toEqual(destroyed);
    expect(done).toEqual(["key"]);
  });

  it("keeps the loop away where it cannot be written down", async () => {
    const { done, keep } = aStore();
    expect(await keep(err(full))).toEqual(full);
    expect(done).toEqual(["key", "note"]);
  });
});
