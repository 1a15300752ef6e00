import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../../src/domain/ids";
import type { AcceptanceState } from "../../../../src/domain/loop/acceptance";
import { buildRecord } from "../../../../src/domain/record/build-record";
import { loopRecordSchema } from "../../../../src/domain/record/record";
import { recordText } from "../../../../src/domain/record/record-text";
import { unwrap } from "../../../../src/domain/result";
import { aHash } from "../../../support/builders/ids";
import { aLoopView } from "../../../support/builders/loop-view";
import { aPerson, noon, personId } from "../../../support/builders/record";
import kept from "./samples/record-v3.json";

const accepted: AcceptanceState = {
  hash: aHash(hashSchema, "accepted"),
  personId: personId("ana"),
  at: noon,
  conflict: "A cousin.",
  wording: "It stays in the panel.",
};
const view = (acceptances: readonly AcceptanceState[] | null) =>
  aLoopView([aPerson("ana", ["facilitator", "panelist"])], {
    reveal: {
      callHash: aHash(hashSchema, "call"),
      calledBy: personId("ana"),
      calledAt: noon,
      rule: "allSealed",
      reason: "",
    },
    acceptances,
  });
const made = (acceptances: readonly AcceptanceState[] | null, protocol = 4) =>
  unwrap(buildRecord(view(acceptances), { protocol, discussion: [], entries: [] }));

describe("what people accepted before their first slot", () => {
  it("is in a record of protocol 4 with the sentences they read, and absent where nobody accepted", () => {
    expect(loopRecordSchema.parse(made([accepted])).acceptances).toEqual([accepted]);
    expect(made([])).not.toHaveProperty("acceptances");
  });

  it("is in no record of an older loop, which laptops with an older program make too", () => {
    expect(made([accepted], 3)).not.toHaveProperty("acceptances");
  });

  it("is refused in a record of a version that has no words for it", () => {
    const record = made([accepted]);
    expect(loopRecordSchema.safeParse(record).success).toBe(true);
    expect(loopRecordSchema.safeParse({ ...record, formatVersion: 2 }).success).toBe(false);
  });
});

it("the kept record of version 3 opens and has the hash that was signed and printed", () => {
  const record = loopRecordSchema.parse(kept.record);
  expect(createHash("sha256").update(recordText(record)).digest("base64url")).toBe(kept.hash);
});
