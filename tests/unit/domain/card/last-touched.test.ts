import { describe, expect, it } from "vitest";
import type { Answer, Card, Note } from "../../../../src/domain/card/card";
import { lastTouched } from "../../../../src/domain/card/last-touched";
import { exerciseIdSchema } from "../../../../src/domain/ids";
import { aCard, aSlot } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana"], { exerciseId: exerciseIdSchema.parse("spill") });
const note = (atMs: number | null): Note => ({ atMs, quote: false, text: "said" });

/** A card whose answers in order have these; the exercise has the notes at the end. */
const cardOf = (answers: readonly Partial<Answer>[], exerciseNotes: readonly Note[] = []): Card => {
  const card = aCard(slot, "ana", {});
  return {
    ...card,
    answers: card.answers.map((answer, index) => ({ ...answer, ...answers[index] })),
    exercise: card.exercise && { ...card.exercise, notes: [...exerciseNotes] },
  };
};

const question = (card: Card, index: number) => ({
  kind: "question",
  questionId: card.answers[index]?.questionId,
});

describe("what a card was last about", () => {
  it("is the question with the newest note, also where it is not the last one", () => {
    const card = cardOf([
      { notes: [note(9_000)] },
      { notes: [note(30_000), note(2_000)] },
      { notes: [note(12_000)] },
    ]);
    expect(lastTouched(card)).toEqual(question(card, 1));
  });

  it("is the question that was marked asked after every note", () => {
    const card = cardOf([{ notes: [note(9_000)], askedAtMs: 8_000 }, {}, { askedAtMs: 9_001 }]);
    expect(lastTouched(card)).toEqual(question(card, 2));
  });

  it("is the later one of two of the same time, and the exercise where its note is the newest", () => {
    const card = cardOf([{ askedAtMs: 5_000 }, { notes: [note(5_000)] }]);
    expect(lastTouched(card)).toEqual(question(card, 1));
    expect(lastTouched(cardOf([{ askedAtMs: 5_000 }], [note(6_000)]))).toEqual({ kind: "exercise" });
  });

  it("is nothing where no clock marked anything: at the start, and on a card that is entered afterwards", () => {
    expect(lastTouched(cardOf([]))).toBe(null);
    expect(lastTouched(cardOf([{ notes: [note(null)] }]))).toBe(null);
  });
});
