import { describe, expect, it } from "vitest";
import { exerciseIdSchema } from "../../../../src/domain/ids";
import { mayReadPart } from "../../../../src/domain/kit/part-readers";
import { answersPath, rolePath } from "../../../../src/domain/kit/snapshot";
import type { Hat } from "../../../../src/domain/loop/roster";
import { aPerson, aPlan, aSlot } from "../../../support/builders/record";

const plan = aPlan([
  { ...aSlot("morning", ["ben"]), exerciseId: exerciseIdSchema.parse("spill") },
  aSlot("noon", ["cleo"]),
]);
const guide = { path: rolePath("spill", "night-guard"), audience: "rolePlayer" as const };
const answers = { path: answersPath("spill"), audience: "assessors" as const };
const question = { path: "question/q-samples", audience: "all" as const };

const readable = (name: string, ...hats: Hat[]): readonly boolean[] =>
  [question, guide, answers].map((part) => mayReadPart(part, aPerson(name, hats), plan));

describe("who may read which part of a kit during the loop", () => {
  it("everybody reads the questions, the role player the guide, whoever assesses a test its answers", () => {
    expect(readable("dora", "panelist")).toEqual([true, false, false]);
    expect(readable("dora", "rolePlayer")).toEqual([true, true, false]);
    expect(readable("ben", "panelist")).toEqual([true, false, true]);
    expect(readable("cleo", "panelist")).toEqual([true, false, false]);
  });

  it("the facilitator reads everything; watching, keeping records and deciding open nothing", () => {
    expect(readable("ana", "facilitator")).toEqual([true, true, true]);
    for (const hat of ["observer", "recordsKeeper", "hiringManager", "shadow"] as const)
      expect(readable("dora", hat)).toEqual([true, false, false]);
  });
});
