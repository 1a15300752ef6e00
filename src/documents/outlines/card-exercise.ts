import type { ExerciseAnswer } from "../../domain/card/card";
import type { Exercise } from "../../domain/kit/kit";
import { exerciseById } from "../../domain/kit/lookup";
import { slotById } from "../../domain/loop/plan";
import type { LoopRecord, RecordCard } from "../../domain/record/record";
import { type Block, cell } from "../outline";

const criteriaTable = (exercise: Exercise, { criteria }: ExerciseAnswer): readonly Block[] =>
  criteria.length === 0
    ? []
    : [
        {
          kind: "table",
          caption: `Success criteria of ${exercise.title}`,
          columns: [
            { title: "Criterion", share: 80 },
            { title: "Met", share: 20 },
          ],
          rows: exercise.successCriteria.map((criterion, index) => {
            const mark = criteria.find((known) => known.criterion === index);
            return [cell(criterion), cell(mark === undefined ? "not judged" : mark.met ? "yes" : "no")];
          }),
        },
      ];

const judgedWords = (correct: boolean | null): string =>
  correct === null ? "not judged" : correct ? "right" : "wrong";

const testTable = (exercise: Exercise, { testAnswers }: ExerciseAnswer): readonly Block[] => {
  if (testAnswers.length === 0) return [];
  const hasKeys = exercise.items.some(({ expected }) => expected !== "");
  const itemOf = (itemId: string) => exercise.items.find(({ id }) => id === itemId);
  return [
    {
      kind: "table",
      caption: `What was answered to ${exercise.title}`,
      columns: [
        { title: "Case", share: 34 },
        { title: "Answer", share: 34 },
        { title: "Judged", share: 12 },
        ...(hasKeys ? [{ title: "Expected", share: 24 }] : []),
      ],
      rows: testAnswers.map(({ itemId, text, correct }) => [
        cell(itemOf(itemId)?.prompt ?? itemId),
        cell(text),
        cell(judgedWords(correct)),
        ...(hasKeys ? [cell(itemOf(itemId)?.expected ?? "")] : []),
      ]),
    },
  ];
};

/** Which criteria were met, and what was answered to a test's cases, as the card says. */
export const exerciseTables = (record: LoopRecord, { card, slotId }: RecordCard): readonly Block[] => {
  const { exerciseId } = slotById(record.plan, slotId);
  if (card.exercise === null || exerciseId === null) return [];
  const exercise = exerciseById(record.kit, exerciseId);
  return [...criteriaTable(exercise, card.exercise), ...testTable(exercise, card.exercise)];
};
