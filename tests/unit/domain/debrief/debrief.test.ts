import { describe, expect, it } from "vitest";
import { debriefAgenda } from "../../../../src/domain/debrief/divergence";
import { debriefMatrix, type MatrixRow } from "../../../../src/domain/debrief/matrix";
import { weightedTotal } from "../../../../src/domain/debrief/total";
import { competencyIdSchema, indicatorIdSchema } from "../../../../src/domain/ids";
import type { LoopRecord } from "../../../../src/domain/record/record";
import {
  aCard,
  aPlan,
  aRecord,
  aRecordCard,
  aSlot,
  exerciseId,
  personId,
  type Ratings,
} from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "ben", "cleo"]);

const recordOf = (
  ratings: Readonly<Record<string, Ratings>>,
  overrides: Partial<LoopRecord> = {},
): LoopRecord =>
  aRecord(
    Object.entries(ratings).map(([name, given]) => aRecordCard(aCard(slot, name, given))),
    [slot],
    overrides,
  );

const rowTitled = (record: LoopRecord, title: string): MatrixRow => {
  const row = debriefMatrix(record).rows.find((known) => known.title === title);
  if (row === undefined) throw new Error(`no row ${title}`);
  return row;
};

describe("the matrix", () => {
  it("takes the mean of the independent first ratings of a competency", () => {
    const record = recordOf({ ana: { "q-samples": 4 }, ben: { "q-samples": 2 }, cleo: { "q-samples": 3 } });
    expect(rowTitled(record, "Sample handling")).toMatchObject({ mean: 3, range: 2 });
  });

  it("never counts an absence as a low rating", () => {
    const record = recordOf({
      ana: { "q-samples": 4 },
      ben: { "q-samples": { kind: "absent", reason: "notAsked" } },
    });
    const row = rowTitled(record, "Sample handling");
    expect(row).toMatchObject({ mean: 4, range: null });
    expect(row.cells.map((cell) => cell.absence)).toEqual([null, "notAsked"]);
  });

  it("leaves a card that is not independent out of mean and range but keeps it readable", () => {
    const late = aRecordCard(aCard(slot, "cleo", { "q-samples": 1 }), {
      independent: false,
      dependence: ["sawRevealFirst"],
    });
    const record = aRecord(
      [
        aRecordCard(aCard(slot, "ana", { "q-samples": 4 })),
        aRecordCard(aCard(slot, "ben", { "q-samples": 4 })),
        late,
      ],
      [slot],
    );
    const row = rowTitled(record, "Sample handling");
    expect(row).toMatchObject({ mean: 4, range: 0 });
    expect(row.cells[2]).toMatchObject({ value: 1, independent: false });
  });

  it("counts revision 1 only, and never a shadow's card", () => {
    const amended = aRecordCard(aCard(slot, "ana", { "q-samples": 1 }), { revision: 2 });
    const shadow = aRecordCard(aCard(slot, "dora", { "q-samples": 1 }), { shadow: true });
    const record = aRecord([aRecordCard(aCard(slot, "ana", { "q-samples": 4 })), amended, shadow], [slot]);
    expect(rowTitled(record, "Sample handling").mean).toBe(4);
    expect(debriefMatrix(record).panelists).toEqual([personId("ana")]);
  });

  it("lists a competency nobody rated, so that the gap is seen", () => {
    const record = recordOf({ ana: { "q-samples": 4 } });
    expect(rowTitled(record, "Instrument care")).toMatchObject({ mean: null, range: null });
  });
});

describe("divergence", () => {
  const titles = (record: LoopRecord): readonly string[] =>
    debriefAgenda(record).divergent.map((item) => item.row.title);

  it("flags a competency whose ratings are two steps apart on a four-point scale", () => {
    expect(titles(recordOf({ ana: { "q-samples": 4 }, ben: { "q-samples": 2 } }))).toEqual([
      "Sample handling",
    ]);
  });

  it("does not flag one step apart", () => {
    expect(titles(recordOf({ ana: { "q-samples": 4 }, ben: { "q-samples": 3 } }))).toEqual([]);
  });

  it("flags an exercise only where Below meets Exceeds", () => {
    const simulation = aSlot("simulation", ["ana", "ben"], {
      questionIds: [],
      exerciseId: exerciseId("spill"),
    });
    const cards = (first: number, second: number) => [
      aRecordCard(aCard(simulation, "ana", { exercise: first })),
      aRecordCard(aCard(simulation, "ben", { exercise: second })),
    ];
    expect(titles(aRecord(cards(1, 3), [simulation]))).toEqual(["A spill at five"]);
    expect(titles(aRecord(cards(2, 3), [simulation]))).toEqual([]);
  });

  it("flags one rater's sign against another's opposite, even at equal ratings", () => {
    const sign = indicatorIdSchema.parse("q-samples-good-1");
    const withTick = (name: string, seen: "seen" | "opposite") => {
      const card = aCard(slot, name, { "q-samples": 3 });
      return aRecordCard({
        ...card,
        answers: card.answers.map((answer) =>
          answer.questionId === "q-samples" ? { ...answer, ticks: [{ indicatorId: sign, seen }] } : answer,
        ),
      });
    };
    expect(titles(aRecord([withTick("ana", "seen"), withTick("ben", "opposite")], [slot]))).toEqual([
      "Sample handling",
    ]);
    expect(titles(aRecord([withTick("ana", "seen"), withTick("ben", "seen")], [slot]))).toEqual([]);
  });

  it("puts the widest range first, then the heaviest weight", () => {
    const apart = {
      ana: { "q-samples": 4, "q-instruments": 4 },
      ben: { "q-samples": 1, "q-instruments": 2 },
    };
    expect(titles(recordOf(apart))).toEqual(["Sample handling", "Instrument care"]);
    const equal = {
      ana: { "q-samples": 4, "q-instruments": 4 },
      ben: { "q-samples": 2, "q-instruments": 2 },
    };
    const weights = [{ competencyId: competencyIdSchema.parse("instrument-care"), weight: 2 }];
    const plan = aPlan([slot], { weights, weightsReason: "The bench has new instruments." });
    expect(titles(recordOf(equal, { plan }))).toEqual(["Instrument care", "Sample handling"]);
  });

  it("sees overall calls on both sides of yes and no", () => {
    const calls = (second: "no" | "strongYes") =>
      aRecord(
        [
          aRecordCard(aCard(slot, "ana", {}, { overall: { kind: "call", call: "yes" } })),
          aRecordCard(aCard(slot, "ben", {}, { overall: { kind: "call", call: second } })),
        ],
        [slot],
      );
    expect(debriefAgenda(calls("no")).overallStraddles).toBe(true);
    expect(debriefAgenda(calls("strongYes")).overallStraddles).toBe(false);
  });
});

describe("the weighted total", () => {
  it("is 0 for all lowest, 100 for all highest, and a third for one step up on four points", () => {
    const total = (value: number) =>
      weightedTotal(debriefMatrix(recordOf({ ana: { "q-samples": value, "q-instruments": value } }))).total;
    expect(total(1)).toBe(0);
    expect(total(4)).toBe(100);
    expect(total(2)).toBeCloseTo(100 / 3, 10);
  });

  it("weighs by the plan and says how much of it was covered", () => {
    const weights = [{ competencyId: competencyIdSchema.parse("sample-handling"), weight: 3 }];
    const plan = aPlan([slot], { weights, weightsReason: "Most of the work." });
    const both = recordOf({ ana: { "q-samples": 4, "q-instruments": 1 } }, { plan });
    expect(weightedTotal(debriefMatrix(both))).toMatchObject({ total: 75, rated: 2, of: 2, coverage: 1 });
    const half = recordOf({ ana: { "q-samples": 4 } }, { plan });
    expect(weightedTotal(debriefMatrix(half))).toMatchObject({ total: 100, coverage: 0.5 });
  });

  it("refuses to speak where nothing was rated", () => {
    expect(weightedTotal(debriefMatrix(recordOf({ ana: {} }))).total).toBeNull();
  });
});
