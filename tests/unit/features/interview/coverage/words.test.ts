import { describe, expect, it } from "vitest";
import { questionIdSchema } from "../../../../../src/domain/ids";
import { coverageBoard } from "../../../../../src/domain/loop/coverage/coverage-board";
import { adviceFor } from "../../../../../src/domain/loop/coverage/next-slot";
import { adviceAct, adviceReason, ratersLine } from "../../../../../src/features/interview/coverage/words";
import type { OpenView } from "../../../../../src/features/interview/desk";
import { aKit } from "../../../../support/builders/kit";
import { aLoopView } from "../../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, personId, slotId } from "../../../../support/builders/record";

const samples = questionIdSchema.parse("q-samples");
const slots = [
  aSlot("first", ["ana", "tomas"], { questionIds: [samples], startsAt: "2026-11-23T09:00" }),
  aSlot("second", ["ines"], { questionIds: [], startsAt: "2026-11-23T10:00" }),
];
const view: OpenView = {
  ...aLoopView(["ana", "tomas", "ines"].map((name) => aPerson(name))),
  plan: aPlan(slots),
  kit: aKit(),
  coverage: [
    { slotId: slotId("first"), questionId: samples, personId: personId("ana"), state: "asked" },
    { slotId: slotId("first"), questionId: samples, personId: personId("tomas"), state: "skippedForTime" },
  ],
};

describe("the words of the coverage board", () => {
  const board = coverageBoard(view);

  it("count raters against the two that are wanted, by name", () => {
    expect(board.competencies.map((row) => ratersLine(view, row))).toEqual([
      "1 of 2: ana",
      "0 of 2: nobody yet",
    ]);
  });

  it("say what the next slot should add, and why", () => {
    const said = adviceFor(view, board, slots[1] as (typeof slots)[0]).map((advice) => [
      adviceAct(view, advice),
      adviceReason(view, advice),
    ]);
    expect(said).toEqual([
      [
        "Add Instrument care: “How did you notice that an instrument drifted?”",
        "Nobody has asked about it yet, and no other slot will.",
      ],
      [
        "Sample handling: every question of the kit was asked. Ask for another example of it.",
        "1 of 2 raters so far, and no other slot will.",
      ],
    ]);
  });
});
