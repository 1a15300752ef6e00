import type { CommentThread } from "../loop/comment-thread";
import type { LoopRecord, RecordCard } from "../record/record";
import type { CellAnswer } from "./matrix";

/** The card that these bytes were sealed as; undefined where the record does not contain it. */
export const cardOf = (
  { cards }: Pick<LoopRecord, "cards">,
  { envelopeHash }: Pick<CommentThread, "envelopeHash">,
): RecordCard | undefined => cards.find((card) => card.envelopeHash === envelopeHash);

/** The answer that a later revision gives to what `first` answers; null where it has none. */
const answerIn = ({ card, envelopeHash }: RecordCard, { questionId }: CellAnswer): CellAnswer | null => {
  if (questionId === null)
    return card.exercise === null
      ? null
      : { questionId, envelopeHash, answer: { ...card.exercise, state: null } };
  const answer = card.answers.find((known) => known.questionId === questionId);
  return answer === undefined ? null : { questionId, envelopeHash, answer };
};

const said = ({ answer: { rating, ticks, notes, state } }: CellAnswer): string =>
  JSON.stringify([rating, ticks, notes, state]);

/** Later revisions of the same card, oldest first. */
export const laterRevisions = (
  { cards }: Pick<LoopRecord, "cards">,
  own: Pick<RecordCard, "slotId" | "personId" | "revision">,
): readonly RecordCard[] =>
  cards
    .filter(
      ({ slotId, personId, revision }) =>
        slotId === own.slotId && personId === own.personId && revision > own.revision,
    )
    .toSorted((one, other) => one.revision - other.revision);

/** What later revisions of the same card answer, oldest first, where they say something else than the one before. */
export const laterAnswers = (
  record: Pick<LoopRecord, "cards">,
  first: CellAnswer,
): readonly { readonly card: RecordCard; readonly answer: CellAnswer }[] => {
  const own = cardOf(record, first);
  if (own === undefined) return [];
  let before = first;
  return laterRevisions(record, own).flatMap((card) => {
    const answer = answerIn(card, first);
    if (answer === null || said(before) === said(answer)) return [];
    before = answer;
    return [{ card, answer }];
  });
};
