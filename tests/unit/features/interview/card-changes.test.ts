import { describe, expect, it } from "vitest";
import type { Card } from "../../../../src/domain/card/card";
import {
  callOverall,
  markQuestion,
  rateItem,
  tickIndicator,
  writeTakeaway,
} from "../../../../src/domain/card/change-card";
import { newCard } from "../../../../src/domain/card/new-card";
import { indicatorIdSchema, questionIdSchema } from "../../../../src/domain/ids";
import { type Result, unwrap } from "../../../../src/domain/result";
import { changedItem, changedStates } from "../../../../src/features/interview/changed-item";
import { actsOn, positionOf, readCard } from "../../../../src/features/interview/desk";
import type { CardChange } from "../../../../src/features/interview/use-card-editing";
import { aKit } from "../../../support/builders/kit";
import { aLoopView } from "../../../support/builders/loop-view";
import {
  aPerson,
  aPlan,
  aSlot,
  exerciseId,
  kitRoot,
  loopId,
  noon,
  personId,
} from "../../../support/builders/record";

const slot = aSlot("bench", ["ana"], { exerciseId: exerciseId("spill") });
const plan = aPlan([slot]);
const view = { ...aLoopView([aPerson("ana")]), plan, kit: aKit() };
const empty = newCard(slot, { loopId, personId: personId("ana"), kitRoot }, noon);
const samples = questionIdSchema.parse("q-samples");
const item = { kind: "question", questionId: samples } as const;
const { questionScale, exerciseScale } = aKit();

const changed = (result: Result<Card, { readonly type: string }>): Card => unwrap(result);

describe("what a change is about", () => {
  it("is the question that was rated, ticked or marked", () => {
    const rated = changed(rateItem(empty, item, { kind: "rated", value: 3 }, questionScale, null));
    expect(changedItem(empty, rated)).toEqual(item);
    expect(changedItem(rated, empty)).toEqual(item);
  });

  it("is the exercise where that was rated", () => {
    const rated = changed(
      rateItem(empty, { kind: "exercise" }, { kind: "rated", value: 2 }, exerciseScale, null),
    );
    expect(changedItem(empty, rated)).toEqual({ kind: "exercise" });
  });

  it("is no item where only the overall call or the take-away differs", () => {
    expect(changedItem(empty, callOverall(empty, { kind: "call", call: "yes" }))).toBeNull();
    expect(changedItem(empty, writeTakeaway(empty, "Knows the figures."))).toBeNull();
  });
});

describe("what colleagues' coverage has to learn", () => {
  it("is a state that a rating set, and that taking the rating back undoes", () => {
    const rated = changed(rateItem(empty, item, { kind: "rated", value: 3 }, questionScale, null));
    expect(changedStates(empty, rated)).toEqual([{ questionId: samples, state: "asked" }]);
    expect(changedStates(rated, empty)).toEqual([{ questionId: samples, state: "open" }]);
  });

  it("is nothing where only a rating, a tick or a note changed", () => {
    const asked = changed(markQuestion(empty, samples, "asked", null));
    const rated = changed(rateItem(asked, item, { kind: "rated", value: 3 }, questionScale, null));
    const sign = indicatorIdSchema.parse("q-samples-good-1");
    expect(changedStates(asked, rated)).toEqual([]);
    expect(changedStates(asked, changed(tickIndicator(asked, item, sign, "seen")))).toEqual([]);
  });
});

describe("the screen's acts", () => {
  /** A desk that keeps the newest card. */
  const deskOf = (start: Card) => {
    let card = start;
    let changes = 0;
    const change = (make: CardChange) => {
      const made = make(card);
      if (!made.ok || made.value === card) return;
      changes += 1;
      card = made.value;
    };
    const act = () => {
      const [subject] = readCard(view, slot, card).subjects;
      if (subject === undefined) throw new Error("the slot has subjects");
      return actsOn({ change, now: () => 5000 }, subject);
    };
    return { act, card: () => card, changes: () => changes };
  };

  it("rate a question once: the same rating again is no change", () => {
    const desk = deskOf(empty);
    desk.act().rate({ kind: "rated", value: 3 });
    desk.act().rate({ kind: "rated", value: 3 });
    expect(desk.changes()).toBe(1);
    desk.act().rate({ kind: "rated", value: 4 });
    expect(desk.card().answers[0]?.rating).toEqual({ kind: "rated", value: 4 });
  });

  it("refuse a rating that is not on the scale and leave the card as it is", () => {
    const desk = deskOf(empty);
    desk.act().rate({ kind: "rated", value: 5 });
    expect(desk.card()).toBe(empty);
  });

  it("open a question anew when its state is chosen a second time", () => {
    const desk = deskOf(empty);
    desk.act().mark("notAsked");
    expect(desk.card().answers[0]).toMatchObject({
      state: "notAsked",
      rating: { kind: "absent", reason: "notAsked" },
    });
    desk.act().mark("notAsked");
    expect(desk.card().answers[0]).toMatchObject({ state: "open", rating: { kind: "blank" } });
  });

  it("find every subject of the card, and nothing where the card has no such item", () => {
    const { subjects } = readCard(view, slot, empty);
    expect(positionOf(subjects, { kind: "exercise" })).toBe(3);
    expect(positionOf(subjects, { kind: "question", questionId: questionIdSchema.parse("q-candour") })).toBe(
      2,
    );
    expect(positionOf(subjects, { kind: "question", questionId: questionIdSchema.parse("q-none") })).toBe(-1);
  });

  it("flag a rating without evidence until a sign is ticked", () => {
    const desk = deskOf(empty);
    desk.act().rate({ kind: "rated", value: 3 });
    const flags = () =>
      readCard(view, slot, desk.card())
        .findings.filter((finding) => finding.type === "noEvidence")
        .map((finding) => finding.item);
    expect(flags()).toEqual([item]);
    desk.act().tick(indicatorIdSchema.parse("q-samples-good-1"), "seen");
    expect(flags()).toEqual([]);
  });
});
