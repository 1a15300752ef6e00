import type { Hash, PersonId, SlotId } from "../ids";
import type { LoopView, SealedRevision } from "../loop/loop-view";
import type { LoopRecord } from "./record";

/**
 * Why a sealed card is not in a record: its key is missing and no laptop of its author's is here to publish it; its key is
 * missing and such a laptop is here; a key came and does not open it; it is open and the record is older than that; or no
 * call covers it yet, or its key is being tried.
 */
export type WhyOutside = "authorAway" | "keyOnItsWay" | "doesNotOpen" | "openedSince" | "notOpenYet";

/** One sealed card that a record was made without. */
export interface CardOutside {
  readonly envelopeHash: Hash;
  readonly slotId: SlotId;
  readonly personId: PersonId;
  readonly revision: number;
  readonly why: WhyOutside;
}

const whyOf = ({ opened }: SealedRevision, isHere: boolean): WhyOutside => {
  switch (opened?.state) {
    case undefined:
      return "notOpenYet";
    case "withheld":
      return isHere ? "keyOnItsWay" : "authorAway";
    case "doesNotOpen":
      return "doesNotOpen";
    case "open":
      return "openedSince";
  }
};

/**
 * The sealed cards that `record` does not contain, as this laptop knows of them now: also those nobody required and later
 * revisions of cards that are in it. `here` says whose laptops are in the room.
 */
export const cardsOutside = (
  { cards }: Pick<LoopView, "cards">,
  record: Pick<LoopRecord, "cards">,
  here: ReadonlySet<PersonId>,
): readonly CardOutside[] => {
  const inside = new Set(record.cards.map(({ envelopeHash }) => envelopeHash));
  return cards.flatMap(({ slotId, personId, sealed }) =>
    sealed
      .filter(({ envelopeHash }) => !inside.has(envelopeHash))
      .map((revision) => ({
        envelopeHash: revision.envelopeHash,
        slotId,
        personId,
        revision: revision.revision,
        why: whyOf(revision, here.has(personId)),
      })),
  );
};
