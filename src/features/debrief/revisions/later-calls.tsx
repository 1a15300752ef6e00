import { laterRevisions } from "../../../domain/debrief/later-revisions";
import type { LoopRecord, RecordCard } from "../../../domain/record/record";
import { PartComments } from "../comments/part-comments";
import type { GivenCall } from "../overall";
import classes from "./revisions.module.css";
import { partLines, revisionWords } from "./words";

const parts = [{ kind: "overall" }, { kind: "card" }] as const;

interface LaterCallsProps {
  readonly record: LoopRecord;
  /** The call of the first revision. */
  readonly given: GivenCall;
}

/** What later revisions of a card call and take away, where that changed. */
export const LaterCalls = ({ record, given }: LaterCallsProps) => {
  const said = (card: RecordCard): string => parts.map((part) => partLines(record, card, part)).join("\n");
  const first = record.cards.find(({ envelopeHash }) => envelopeHash === given.envelopeHash);
  if (first === undefined) return null;
  return laterRevisions(record, first)
    .filter((card, index, later) => said(card) !== said(later[index - 1] ?? first))
    .map((card) => (
      <div key={card.envelopeHash} className={classes.revision}>
        <p className={classes.soft}>{revisionWords(card)}</p>
        {parts.map((part) => (
          <PartComments key={part.kind} envelopeHash={card.envelopeHash} part={part} author={given.personId}>
            {partLines(record, card, part).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </PartComments>
        ))}
      </div>
    ));
};
