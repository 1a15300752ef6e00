import type { LoopRecord } from "../../../domain/record/record";
import { PartComments } from "../comments/part-comments";
import type { GivenCall } from "../overall";
import { callParts, changedCalls } from "./changed-calls";
import classes from "./revisions.module.css";
import { partLines, revisionWords } from "./words";

interface LaterCallsProps {
  readonly record: LoopRecord;
  /** The call of the first revision. */
  readonly given: GivenCall;
}

/** What later revisions of a card call and take away, where that changed. */
export const LaterCalls = ({ record, given }: LaterCallsProps) =>
  changedCalls(record, given).map((card) => (
    <div key={card.envelopeHash} className={classes.revision}>
      <p className={classes.soft}>{revisionWords(card)}</p>
      {callParts.map((part) => (
        <PartComments key={part.kind} envelopeHash={card.envelopeHash} part={part} author={given.personId}>
          {partLines(record, card, part).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </PartComments>
      ))}
    </div>
  ));
