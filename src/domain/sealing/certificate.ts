import type { DependenceReason } from "../record/record";
import { isCoveredBy } from "./covered-by";
import type { AuthenticEntry } from "./entries";
import { isForked } from "./ledger/choices";
import type { LoopLedger } from "./ledger/ledger";
import { isTypedIn, sealerOf } from "./ledger/typists";
import { isSetAside } from "./set-aside";

type Envelope = AuthenticEntry<"card">;

/** True where a role player's sheet had been opened to the card's author for an earlier revision of it. */
const knewTensions = ({ body: { header } }: Envelope, { openings, cards }: LoopLedger): boolean =>
  openings.some(({ body }) => {
    const own = cards.find(({ hash }) => hash === body.sealedHash)?.body.header;
    return own?.slotId === header.slotId && own.personId === header.personId;
  });

/**
 * True where the card's author had typed in somebody else's card and nothing shows that their own was sealed before: what was
 * typed names its typist's cards that were.
 */
const hadTypedAnother = ({ hash, body }: Envelope, ledger: LoopLedger): boolean =>
  ledger.cards.some(
    (other) =>
      isTypedIn(other) &&
      sealerOf(other, ledger) === body.header.personId &&
      other.body.header.typedIn?.after.includes(hash) === false,
  );

/**
 * Why a card does not count as independent; empty where it does. Independent means: sealed, by everything that can be
 * proved, before its author could open anybody's card. Who published its key says nothing about that; a card opened by
 * escrow is marked for itself. With several calls every one of them has to come after it, since cards were open after the
 * first.
 */
export const dependenceOf = (envelope: Envelope, ledger: LoopLedger): readonly DependenceReason[] => {
  const { knownReveals, revision } = envelope.body.header;
  const covered =
    ledger.calls.length > 0 && ledger.calls.every((call) => isCoveredBy(call, envelope, ledger));
  const setAside = isSetAside(envelope, ledger);
  const reasons: readonly (readonly [boolean, DependenceReason])[] = [
    [knownReveals.length > 0, "sawRevealFirst"],
    [setAside, "setAside"],
    [!setAside && isForked(envelope, ledger), "forked"],
    [!covered, "notCoveredByCall"],
    [revision > 1, "laterRevision"],
    [revision > 1 && knewTensions(envelope, ledger), "knewTensions"],
    [!isTypedIn(envelope) && hadTypedAnother(envelope, ledger), "typedAnother"],
  ];
  return reasons.filter(([holds]) => holds).map(([, reason]) => reason);
};
