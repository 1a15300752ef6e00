import type { Answer, Card, QuestionState } from "../../domain/card/card";
import type { CardItem } from "../../domain/card/change-card";
import type { QuestionId } from "../../domain/ids";

const pairs = (left: Card, right: Card): readonly (readonly [Answer, Answer])[] =>
  left.answers.flatMap((answer) => {
    const other = right.answers.find((known) => known.questionId === answer.questionId);
    return other === undefined ? [] : [[answer, other] as const];
  });

/** The first item that differs between two states of one card; null where only the call or the take-away does. */
export const changedItem = (left: Card, right: Card): CardItem | null => {
  const pair = pairs(left, right).find(([before, after]) => before !== after);
  if (pair !== undefined) return { kind: "question", questionId: pair[0].questionId };
  return left.exercise === right.exercise ? null : { kind: "exercise" };
};

/** The questions whose state differs, with the state they have now: what colleagues' coverage has to learn. */
export const changedStates = (
  before: Card,
  now: Card,
): readonly { readonly questionId: QuestionId; readonly state: QuestionState }[] =>
  pairs(before, now)
    .filter(([old, current]) => old.state !== current.state)
    .map(([, { questionId, state }]) => ({ questionId, state }));
