import { isCoveredBy } from "./covered-by";
import type { AuthenticEntry } from "./entries";
import { isInScope } from "./ledger/calls";
import { isNotChosen } from "./ledger/choices";
import type { LoopLedger } from "./ledger/ledger";
import { cardPlace } from "./ledger/plans";
import { isTypedIn } from "./ledger/typists";

type Envelope = AuthenticEntry<"card">;

/** True where nothing says that a card was open to the author when they sealed theirs. */
const isInTime = (envelope: Envelope, ledger: LoopLedger): boolean =>
  envelope.body.header.knownReveals.length === 0 &&
  ledger.calls
    .filter(({ body }) => isInScope(body.scope, envelope.body.header))
    .every((call) => isCoveredBy(call, envelope, ledger));

/**
 * Of a card that its person sealed and one that was typed in for them one counts: the person's own, unless it came after a
 * reveal. The typed one may then be independent, and nobody replaces it once they may have read the others'.
 */
const losesToOtherLine = (envelope: Envelope, ledger: LoopLedger): boolean => {
  const here = ledger.cards.filter(
    (card) => cardPlace(card.body.header) === cardPlace(envelope.body.header) && !isNotChosen(card, ledger),
  );
  const own = here.filter((card) => !isTypedIn(card));
  if (own.length === 0 || own.length === here.length) return false;
  const ownCounts = own.some((card) => isInTime(card, ledger));
  return isTypedIn(envelope) === ownCounts;
};

/** True where another version counts: the author chose it, or theirs stands beside one that was typed in for them. */
export const isSetAside = (envelope: Envelope, ledger: LoopLedger): boolean =>
  isNotChosen(envelope, ledger) || losesToOtherLine(envelope, ledger);
