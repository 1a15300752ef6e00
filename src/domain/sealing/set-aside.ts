import { isCoveredBy } from "./covered-by";
import type { AuthenticEntry } from "./entries";
import { isInScope } from "./ledger/calls";
import { isNotChosen } from "./ledger/choices";
import type { LoopLedger } from "./ledger/ledger";
import { cardPlace } from "./ledger/plans";
import { isTypedIn } from "./ledger/typists";

type Envelope = AuthenticEntry<"card">;

const sawNoReveal = ({ body }: Envelope): boolean => body.header.knownReveals.length === 0;

/** True where every call shows that the card was there before it. */
const isInTime = (envelope: Envelope, ledger: LoopLedger): boolean =>
  sawNoReveal(envelope) &&
  ledger.calls
    .filter(({ body }) => isInScope(body.scope, envelope.body.header))
    .every((call) => isCoveredBy(call, envelope, ledger));

/**
 * Of a card that its person sealed and one that was typed in for them one counts: the person's own, unless it says of itself
 * that a reveal was known and the typed one was there before. A call may leave the own one out and not make it yield: calls
 * are signed by whoever may also have a card typed in.
 */
const losesToOtherLine = (envelope: Envelope, ledger: LoopLedger): boolean => {
  const here = ledger.cards.filter(
    (card) => cardPlace(card.body.header) === cardPlace(envelope.body.header) && !isNotChosen(card, ledger),
  );
  const typed = here.filter((card) => isTypedIn(card));
  const own = here.filter((card) => !isTypedIn(card));
  if (own.length === 0 || typed.length === 0) return false;
  const ownCounts = own.some(sawNoReveal) || !typed.some((card) => isInTime(card, ledger));
  return isTypedIn(envelope) === ownCounts;
};

/** True where another version counts: the author chose it, or theirs stands beside one that was typed in for them. */
export const isSetAside = (envelope: Envelope, ledger: LoopLedger): boolean =>
  isNotChosen(envelope, ledger) || losesToOtherLine(envelope, ledger);
