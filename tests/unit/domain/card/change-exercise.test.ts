import { describe, expect, it } from "vitest";
import type { Card } from "../../../../src/domain/card/card";
import {
  answerTestItem,
  asRolePlay,
  dropBreach,
  isRolePlaySheet,
  markCriterion,
  recordBreach,
  tickTension,
} from "../../../../src/domain/card/change-exercise";
import { hasEvidence } from "../../../../src/domain/card/evidence";
import { newCard } from "../../../../src/domain/card/new-card";
import { exerciseIdSchema, kitItemIdSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import { aSlot, kitRoot, loopId, noon, personId } from "../../../support/builders/record";
import { aFullKit } from "../../../support/gallery/full-kit";

const slot = aSlot("sim", ["ana"], { exerciseId: exerciseIdSchema.parse("spill") });
const card = (): Card => newCard(slot, { loopId, personId: personId("ana"), kitRoot }, noon);
const role = aFullKit().exercises.flatMap(({ roles }) => roles)[0];
if (role === undefined) throw new Error("the full kit has a role");
const sheet = (): Card => asRolePlay(card(), role);
const item = kitItemIdSchema.parse("one");

describe("the exercise on a card", () => {
  it("keeps which criteria were met and which were not, once each, and takes a mark back", () => {
    const met = unwrap(markCriterion(card(), 2, true));
    const both = unwrap(markCriterion(met, 0, false));
    expect(both.exercise?.criteria).toEqual([
      { criterion: 0, met: false },
      { criterion: 2, met: true },
    ]);
    expect(unwrap(markCriterion(both, 2, false)).exercise?.criteria[1]).toEqual({ criterion: 2, met: false });
    expect(unwrap(markCriterion(both, 0, null)).exercise?.criteria).toHaveLength(1);
  });

  it("keeps what the candidate answered beside whether it was right; an answer emptied of both is gone", () => {
    const said = unwrap(answerTestItem(card(), item, { text: "73,000" }));
    const judged = unwrap(answerTestItem(said, item, { correct: true }));
    expect(judged.exercise?.testAnswers).toEqual([{ itemId: item, text: "73,000", correct: true }]);
    const unsaid = unwrap(answerTestItem(judged, item, { text: "" }));
    expect(unwrap(answerTestItem(unsaid, item, { correct: null })).exercise?.testAnswers).toEqual([]);
  });

  it("counts criteria and answers as evidence for the rating", () => {
    const blank = card().exercise;
    const marked = unwrap(markCriterion(card(), 0, true)).exercise;
    if (blank === null || marked === null) throw new Error("the slot has an exercise");
    expect([hasEvidence(blank), hasEvidence(marked)]).toEqual([false, true]);
  });

  it("refuses a card that has none", () => {
    const bare = newCard(aSlot("bench", ["ana"]), { loopId, personId: personId("ana"), kitRoot }, noon);
    expect(markCriterion(bare, 0, true)).toEqual({ ok: false, error: { type: "notOnCard" } });
    expect(answerTestItem(bare, item, { text: "x" })).toEqual({ ok: false, error: { type: "notOnCard" } });
  });
});

describe("a role player's sheet", () => {
  it("rates nobody, and stops being a sheet once it does", () => {
    expect(isRolePlaySheet(sheet())).toBe(true);
    expect(isRolePlaySheet(card())).toBe(false);
    expect(isRolePlaySheet({ ...sheet(), overall: { kind: "call", call: "yes" } })).toBe(false);
    expect(isRolePlaySheet({ ...sheet(), exercise: card().exercise })).toBe(false);
  });

  it("ticks a tension with the time and the words, and takes the tick back", () => {
    const ticked = unwrap(tickTension(sheet(), { tension: 1, text: "Threatens to leave" }, 95_000));
    expect(ticked.rolePlay).toMatchObject({
      tensions: 2,
      delivered: [{ tension: 1, text: "Threatens to leave", atMs: 95_000 }],
    });
    expect(unwrap(tickTension(ticked, { tension: 1, text: "" }, 99_000)).rolePlay?.delivered).toEqual([]);
  });

  it("records breaches with their time, none that says nothing, and drops one by its place", () => {
    const one = unwrap(recordBreach(sheet(), " Solved the spill ", 10_000));
    const two = unwrap(recordBreach(one, "Shouted", null));
    expect(unwrap(recordBreach(two, "  ", 1)).rolePlay?.breaches).toEqual([
      { atMs: 10_000, text: "Solved the spill" },
      { atMs: null, text: "Shouted" },
    ]);
    expect(unwrap(dropBreach(two, 0)).rolePlay?.breaches).toEqual([{ atMs: null, text: "Shouted" }]);
  });

  it("is refused on a card that has no role", () => {
    expect(tickTension(card(), { tension: 0, text: "" }, 0)).toEqual({
      ok: false,
      error: { type: "notOnCard" },
    });
    expect(recordBreach(card(), "x", 0)).toEqual({ ok: false, error: { type: "notOnCard" } });
  });
});
