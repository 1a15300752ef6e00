import { describe, expect, it } from "vitest";
import { finalistsOf } from "../../../../../src/domain/debrief/finalists/finalists";
import {
  candidateIdSchema,
  hashSchema,
  kitIdSchema,
  loopIdSchema,
  timestampSchema,
} from "../../../../../src/domain/ids";
import type { LoopRecord } from "../../../../../src/domain/record/record";
import { aHash, anId } from "../../../../support/builders/ids";
import { aCard, aPlan, aRecord, aRecordCard, aSlot } from "../../../../support/builders/record";

const slot = aSlot("bench", ["ana"]);

interface Facts {
  readonly call: string;
  readonly candidate?: string;
  readonly kit?: string;
  readonly kitRoot?: string;
  readonly revealedAt?: string;
  readonly rating?: number;
}

/** A revealed loop called `name`, of a candidate of that name unless said otherwise. */
const aLoop = (
  name: string,
  { call, candidate = name, kit, kitRoot, revealedAt, rating = 3 }: Facts,
): LoopRecord => {
  const plan = aPlan([slot]);
  const record = aRecord([aRecordCard(aCard(slot, "ana", { "q-samples": rating }))], [slot]);
  return {
    ...record,
    loopId: anId(loopIdSchema, `loop-${name}`),
    plan: {
      ...plan,
      candidate: { candidateId: anId(candidateIdSchema, candidate), name: candidate },
      kit: {
        ...plan.kit,
        ...(kit === undefined ? {} : { kitId: anId(kitIdSchema, kit) }),
        ...(kitRoot === undefined ? {} : { kitRoot: aHash(hashSchema, kitRoot) }),
      },
    },
    reveal: {
      ...record.reveal,
      callHash: aHash(hashSchema, call),
      calledAt: timestampSchema.parse(revealedAt ?? "2026-11-23T12:00:00.000Z"),
    },
  };
};

const namesByMark = (own: LoopRecord, others: readonly LoopRecord[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    finalistsOf(own, others).compared.map(({ mark, record }) => [mark, record.plan.candidate.name]),
  );

describe("the finalists of a role", () => {
  const mira = aLoop("Mira", { call: "m" });
  const zoe = aLoop("Zoe", { call: "b" });
  const paul = aLoop("Paul", { call: "x" });

  it("have marks in the order of the calls that opened their cards, whichever loop asks", () => {
    const expected = { A: "Zoe", B: "Mira", C: "Paul" };
    expect(namesByMark(mira, [paul, zoe])).toEqual(expected);
    expect(namesByMark(paul, [zoe, mira])).toEqual(expected);
  });

  it("keep their marks whatever they were rated", () => {
    const low = aLoop("Zoe", { call: "b", rating: 1 });
    const high = aLoop("Paul", { call: "x", rating: 4 });
    expect(namesByMark(mira, [high, low])).toEqual({ A: "Zoe", B: "Mira", C: "Paul" });
  });

  it("are those who were asked from the same version of the role kit; others are named with the reason", () => {
    const older = aLoop("Iris", { call: "i", kitRoot: "older" });
    const { compared, apart } = finalistsOf(mira, [zoe, older]);
    expect(compared.map(({ record }) => record.plan.candidate.name)).toEqual(["Zoe", "Mira"]);
    expect(apart.map(({ record, reason }) => [record.plan.candidate.name, reason])).toEqual([
      ["Iris", "otherKitVersion"],
    ]);
  });

  it("are of one role kit: those of another one of the same title are named with that reason", () => {
    const elsewhere = aLoop("Jonas", { call: "j", kit: "other-kit", kitRoot: "other" });
    const { compared, apart } = finalistsOf(mira, [zoe, elsewhere]);
    expect(compared).toHaveLength(2);
    expect(apart.map(({ record, reason }) => [record.plan.candidate.name, reason])).toEqual([
      ["Jonas", "otherKit"],
    ]);
  });

  it("stand there once: of two loops of a candidate the one revealed later counts", () => {
    const again = aLoop("Mira again", {
      call: "a",
      candidate: "Mira",
      revealedAt: "2026-11-24T12:00:00.000Z",
    });
    const { compared, apart } = finalistsOf(mira, [zoe, again]);
    expect(compared.map(({ record }) => record.loopId)).toEqual([again.loopId, zoe.loopId]);
    expect(apart.map(({ record, reason }) => [record.loopId, reason])).toEqual([
      [mira.loopId, "earlierLoop"],
    ]);
  });

  it("have marks also where there are more of them than letters", () => {
    const many = Array.from({ length: 27 }, (_, index) =>
      aLoop(`n${index}`, { call: `n${String(index).padStart(2, "0")}` }),
    );
    const marks = finalistsOf(aLoop("own", { call: "a" }), many).compared.map(({ mark }) => mark);
    expect(marks.slice(24)).toEqual(["Y", "Z", "A2", "B2"]);
  });
});
