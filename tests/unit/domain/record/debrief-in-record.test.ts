import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../../src/domain/ids";
import type { DebriefWords } from "../../../../src/domain/loop/debrief-words";
import { buildRecord } from "../../../../src/domain/record/build-record";
import { loopRecordSchema } from "../../../../src/domain/record/record";
import { recordText } from "../../../../src/domain/record/record-text";
import { unwrap } from "../../../../src/domain/result";
import { aHash } from "../../../support/builders/ids";
import { aLoopView } from "../../../support/builders/loop-view";
import { aHire, aPerson, noon, personId, slotId } from "../../../support/builders/record";
import { samples } from "../../../support/sealing/debrief-entries";
import kept from "./samples/record-v2.json";

const said = (name: string) => ({ hash: aHash(hashSchema, name), personId: personId("ana"), at: noon });
const words: DebriefWords = {
  secondRatings: [
    {
      ...said("second"),
      item: { kind: "competency", competencyId: samples },
      value: 2,
      reason: "Ben heard about the labels.",
      replaced: false,
    },
  ],
  levelReadings: [
    { ...said("level"), competencyId: samples, levelId: null, reason: "One question.", replaced: false },
  ],
  countersignatures: [said("countersignature")],
  reopenings: [{ ...said("reopening"), reason: "A reference came.", decision: aHire(), decidedAt: noon }],
};
const view = aLoopView([aPerson("ana", ["facilitator", "panelist"])], {
  reveal: {
    callHash: aHash(hashSchema, "call"),
    calledBy: personId("ana"),
    calledAt: noon,
    rule: "allSealed",
    reason: "",
  },
  comments: [
    {
      hash: aHash(hashSchema, "thread"),
      envelopeHash: aHash(hashSchema, "env"),
      slotId: slotId("bench"),
      author: personId("ana"),
      part: { kind: "card" },
      comments: [{ ...said("thread"), text: "Which figure?" }],
      resolved: true,
      resolutions: [{ ...said("resolution"), state: "resolved" }],
    },
  ],
  debrief: words,
});
const made = (protocol: number) => unwrap(buildRecord(view, { protocol, discussion: [], entries: [] }));

describe("a record of protocol 4", () => {
  it("is of version 3 and has everything that was signed in the debrief", () => {
    const record = loopRecordSchema.parse(made(4));
    expect(record.formatVersion).toBe(3);
    expect(record).toMatchObject(words);
    expect(record.comments?.[0]?.resolutions).toHaveLength(1);
  });

  it("says nothing of what nobody spoke of", () => {
    const silent = unwrap(
      buildRecord({ ...view, debrief: null }, { protocol: 4, discussion: [], entries: [] }),
    );
    for (const list of Object.keys(words)) expect(silent).not.toHaveProperty(list);
  });
});

it("a record of an older loop stays of version 1, which laptops with an older program make too", () => {
  const record = made(3);
  expect(record.formatVersion).toBe(1);
  for (const list of Object.keys(words)) expect(record).not.toHaveProperty(list);
  expect(record.comments?.[0]).not.toHaveProperty("resolutions");
});

it("the kept record of version 2 opens and has the hash that was signed and printed", () => {
  const record = loopRecordSchema.parse(kept.record);
  expect(createHash("sha256").update(recordText(record)).digest("base64url")).toBe(kept.hash);
});

it("a record of version 1 that says what version 2 brought is refused, and one of version 5", () => {
  expect(loopRecordSchema.safeParse({ ...made(4), formatVersion: 1 }).success).toBe(false);
  expect(loopRecordSchema.safeParse({ ...made(4), formatVersion: 5 }).success).toBe(false);
});
