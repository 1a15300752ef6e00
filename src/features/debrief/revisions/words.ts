import type { Rating } from "../../../domain/card/card";
import { exerciseById, questionById } from "../../../domain/kit/lookup";
import type { RatingScale } from "../../../domain/kit/scale";
import { slotById } from "../../../domain/loop/plan";
import type { LoopRecord, RecordCard } from "../../../domain/record/record";
import type { CardPart } from "../../../domain/sealing/comment-entries";
import { timeText } from "../../../ui/time-text";
import { callText } from "../overall";
import { ratingMark } from "../words";

/** What a revision of a card is called, and the part of it that somebody speaks about. */

/** "3 Meets", "not asked". */
export const ratingWords = (rating: Rating, scale: RatingScale): string => {
  const { mark, label } = ratingMark(rating, scale);
  return mark.kind === "value" ? `${mark.value} ${label}` : label;
};

/** "Revision 2, sealed 15:10, not counted · changed because: I mixed up two answers." */
export const revisionWords = ({ revision, sealedAt, dependence, shadow, card }: RecordCard): string => {
  const counted = shadow
    ? ", a trainee’s card"
    : dependence.includes("setAside")
      ? ", set aside"
      : revision > 1
        ? ", not counted"
        : "";
  const because = card.amendReason === "" ? "" : ` · changed because: ${card.amendReason}`;
  return `Revision ${revision}, sealed ${timeText(sealedAt)}${counted}${because}`;
};

const noteTexts = (notes: RecordCard["card"]["answers"][number]["notes"]): readonly string[] =>
  notes.map(({ text, quote }) => (quote ? `“${text}”` : text));

/** What the part says in this revision, line by line; empty where the revision has no such part. */
export const partLines = (
  record: LoopRecord,
  { card, slotId }: RecordCard,
  part: CardPart,
): readonly string[] => {
  if (part.kind === "card") return [card.takeaway === "" ? "No take-away written" : card.takeaway];
  if (part.kind === "overall") return [callText(card)];
  const questionId = part.kind === "exercise" ? null : part.questionId;
  const answer =
    questionId === null ? card.exercise : card.answers.find((known) => known.questionId === questionId);
  if (answer === null || answer === undefined) return [];
  if (part.kind === "note") return noteTexts(answer.notes.slice(part.index, part.index + 1));
  const { exerciseId } = slotById(record.plan, slotId);
  const about =
    questionId !== null
      ? questionById(record.kit, questionId).prompt
      : exerciseId === null
        ? ""
        : exerciseById(record.kit, exerciseId).title;
  const scale = questionId === null ? record.kit.exerciseScale : record.kit.questionScale;
  return [about, ratingWords(answer.rating, scale), ...noteTexts(answer.notes)];
};
