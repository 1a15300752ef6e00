import { describe, expect, it } from "vitest";
import { levelChart } from "../../../../src/documents/charts/level-chart";
import { hashSchema, levelIdSchema } from "../../../../src/domain/ids";
import { aHash } from "../../../support/builders/ids";
import { noon, personId } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

const record = aDecidedRecord();
const [first, last] = [record.kit.levels[0], record.kit.levels.at(-1)];
const [competency] = record.kit.competencies;

const readAt = (levelId: string | null) => ({
  ...record,
  plan: { ...record.plan, levelId: levelIdSchema.parse(first?.id) },
  levelReadings: [
    {
      hash: aHash(hashSchema, "level"),
      personId: personId("Ana Brandt"),
      at: noon,
      competencyId: competency?.id ?? ("" as never),
      levelId: levelId === null ? null : levelIdSchema.parse(levelId),
      reason: "",
      replaced: false,
    },
  ],
});

describe("the level profile", () => {
  it("shows where a competency is read against the level hired for, from the lowest level to the highest", () => {
    const chart = levelChart(readAt(last?.id ?? null));
    expect(chart?.ticks[0]).toEqual({ at: 0, label: first?.name });
    expect(chart?.ticks.at(-1)).toEqual({ at: 1, label: last?.name });
    expect(chart?.rows[0]?.marks).toEqual([
      { kind: "span", from: 0, to: 1 },
      { kind: "rule", at: 0 },
      { kind: "dot", at: 1, beside: 0, counted: true },
    ]);
    expect(chart?.rows[0]?.words).toBe(`${last?.name}, above the level hired for`);
    expect(chart?.says).toContain("read 1 above, 0 at and 0 below");
  });

  it("draws no dot where nothing was read", () => {
    const rows = levelChart(readAt(last?.id ?? null))?.rows.slice(1) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.marks).toEqual([{ kind: "rule", at: 0 }]);
      expect(row.words).toBe("not read yet");
    }
  });

  it("is not there where the evidence says nothing of any competency", () => {
    expect(levelChart(readAt(null))).toBeNull();
    expect(levelChart(record)).toBeNull();
  });
});
