import { describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/domain/result";
import { createKeyRing } from "../../../../src/store/rows/key-ring";
import { loopId } from "../../../support/builders/record";
import { createFakeSubjectKeys } from "../../../support/store/fake-subject-keys";

describe("the key ring", () => {
  it("asks for a key once, however many rows need it at the same time", async () => {
    const keys = createFakeSubjectKeys();
    await keys.create(loopId);
    const ring = createKeyRing(keys);
    const before = keys.asked();
    await Promise.all([ring.keyOf(loopId), ring.keyOf(loopId)]);
    await ring.keyOf(loopId);
    expect(keys.asked() - before).toBe(1);
  });

  it("does not keep a refusal", async () => {
    const keys = createFakeSubjectKeys();
    await keys.create(loopId);
    keys.refuse(loopId, "locked");
    const ring = createKeyRing(keys);
    expect(await ring.keyOf(loopId)).toEqual({ ok: false, error: { type: "locked" } });
    keys.refuse(loopId, null);
    expect((await ring.keyOf(loopId)).ok).toBe(true);
  });

  it("makes a key only where that is asked for", async () => {
    const ring = createKeyRing(createFakeSubjectKeys());
    expect(await ring.keyOf(loopId)).toEqual({ ok: false, error: { type: "noKey" } });
    const made = unwrap(await ring.newKeyOf(loopId));
    expect(unwrap(await ring.keyOf(loopId)).key).toBe(made.key);
    expect(made.key.extractable).toBe(false);
  });
});
