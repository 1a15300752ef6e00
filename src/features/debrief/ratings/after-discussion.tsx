import { useLoopView } from "../../../bindings/loop-session-context";
import type { DebriefItem } from "../../../domain/debrief/item";
import { isSameItem } from "../../../domain/debrief/item";
import type { Movement } from "../../../domain/debrief/movement";
import type { Hash, PersonId } from "../../../domain/ids";
import type { LoopRecord } from "../../../domain/record/record";
import { nameIn } from "../names";
import classes from "./ratings.module.css";
import { SecondRatingForm } from "./second-rating-form";
import { movementLine } from "./words";

interface AfterDiscussionProps {
  readonly record: LoopRecord;
  readonly movements: readonly Movement[];
  readonly item: DebriefItem;
  readonly personId: PersonId;
  /** The person's first rating; null where their card has none. */
  readonly first: number | null;
  readonly envelopeHash: Hash | undefined;
  readonly points: readonly { readonly value: number; readonly label: string }[];
}

/** How one person rates an item after the discussion, beside the first rating; on their own laptop the way to say so. */
export const AfterDiscussion = (props: AfterDiscussionProps) => {
  const { record, movements, item, personId, first, envelopeHash, points } = props;
  const view = useLoopView();
  const movement = movements.find(
    ({ rating }) => rating.personId === personId && isSameItem(rating.item, item),
  );
  const isMine =
    view.me?.personId === personId &&
    view.debrief !== null &&
    view.removed === null &&
    view.decision === null;
  return (
    <>
      {movement === undefined ? null : (
        <p className={classes.after}>
          <b>After the discussion</b> {movementLine(movement, (id) => nameIn(record, id))}
          <span className={classes.why}>{movement.rating.reason}</span>
        </p>
      )}
      {isMine && first !== null && envelopeHash !== undefined ? (
        <SecondRatingForm
          item={item}
          envelopeHash={envelopeHash}
          points={points}
          value={movement?.to ?? first}
        />
      ) : null}
    </>
  );
};
