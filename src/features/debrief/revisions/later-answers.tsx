import { laterAnswers } from "../../../domain/debrief/later-revisions";
import type { CellAnswer } from "../../../domain/debrief/matrix";
import type { Indicator } from "../../../domain/kit/kit";
import type { RatingScale } from "../../../domain/kit/scale";
import type { LoopRecord } from "../../../domain/record/record";
import { Heard } from "../heard";
import classes from "./revisions.module.css";
import { ratingWords, revisionWords } from "./words";

interface LaterAnswersProps {
  readonly record: LoopRecord;
  readonly signs: readonly Indicator[];
  readonly scale: RatingScale;
  /** What the first revision says. */
  readonly answer: CellAnswer;
  readonly author: string;
}

/** What later revisions of a card say instead of the first one, which is the one that is counted. */
export const LaterAnswers = ({ record, signs, scale, answer, author }: LaterAnswersProps) =>
  laterAnswers(record, answer).map(({ card, answer: later }) => (
    <div key={card.envelopeHash} className={classes.revision}>
      <p className={classes.soft}>{revisionWords(card)}</p>
      <p>{ratingWords(later.answer.rating, scale)}</p>
      <Heard signs={signs} answer={later} author={author} />
    </div>
  ));
