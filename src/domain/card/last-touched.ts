import type { Card, Evidence } from "./card";
import type { CardItem } from "./change-card";

/** The newest time on the slot's clock that an item carries; -1 where it carries none. */
const newestIn = ({ notes }: Pick<Evidence, "notes">, askedAtMs: number | null): number =>
  Math.max(-1, askedAtMs ?? -1, ...notes.map(({ atMs }) => atMs ?? -1));

/**
 * What the interview was at when the card was last worked on: the item with the newest note or mark on the slot's clock, of
 * equals the later one. Null where the clock has marked nothing yet.
 */
export const lastTouched = ({ answers, exercise }: Card): CardItem | null => {
  let item: CardItem | null = null;
  let newest = -1;
  const weigh = (candidate: CardItem, at: number): void => {
    if (at < 0 || at < newest) return;
    item = candidate;
    newest = at;
  };
  for (const answer of answers)
    weigh({ kind: "question", questionId: answer.questionId }, newestIn(answer, answer.askedAtMs));
  if (exercise !== null) weigh({ kind: "exercise" }, newestIn(exercise, null));
  return item;
};
