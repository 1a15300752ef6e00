import { expect, it } from "vitest";
import type { Card } from "../../../../src/domain/card/card";
import { exerciseFacts } from "../../../../src/domain/debrief/exercise-facts";
import { aKit } from "../../../support/builders/kit";
import { aCard, aRecord, aRecordCard, aSlot, personId } from "../../../support/builders/record";

const kit = aKit();
const [exercise] = kit.exercises;
if (exercise === undefined) throw new Error("the small kit has an exercise");
const slot = aSlot("bench", ["ana", "ben"], { exerciseId: exercise.id });
const withMarks = (name: string, marks: Partial<NonNullable<Card["exercise"]>>): Card => {
  const card = aCard(slot, name, {});
  return { ...card, exercise: card.exercise && { ...card.exercise, ...marks } };
};
const asked = {
  ...kit,
  exercises: kit.exercises.map((one) => ({
    ...one,
    successCriteria: ["Contains the spill", "Says so at once"],
    items: [{ id: "case-1", prompt: "Which absorbent?", expected: "Sand" }],
  })),
} as typeof kit;

it("the debrief has who saw each success criterion met, and what was answered to each case, of cards that count", () => {
  const cards = [
    aRecordCard(withMarks("ana", { criteria: [{ criterion: 0, met: true }] })),
    aRecordCard(
      withMarks("ben", {
        criteria: [{ criterion: 0, met: false }],
        testAnswers: [{ itemId: asked.exercises[0]?.items[0]?.id as never, text: "Sand", correct: null }],
      }),
    ),
    aRecordCard(withMarks("cleo", { criteria: [{ criterion: 1, met: true }] }), { shadow: true }),
  ];
  expect(exerciseFacts(aRecord(cards, [slot], { kit: asked }), exercise.id)).toEqual({
    criteria: [{ text: "Contains the spill", met: [personId("ana")], notMet: [personId("ben")] }],
    answers: [
      { prompt: "Which absorbent?", kept: [{ personId: personId("ben"), text: "Sand", correct: null }] },
    ],
  });
});
