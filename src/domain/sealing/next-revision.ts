import type { Hash, PersonId, SlotId } from "../ids";
import { err, ok, type Result } from "../result";
import { leavesOf } from "./ledger/chains";
import { isNotChosen } from "./ledger/choices";
import type { LoopLedger } from "./ledger/ledger";
import { isTypedIn } from "./ledger/typists";

export interface NextRevision {
  readonly revision: number;
  readonly prev: Hash | null;
  readonly counter: number;
  readonly knownReveals: Hash[];
}

/** `forkedCard`: two laptops of one person sealed apart; the author has to say which one goes on. */
export interface ForkedCard {
  readonly type: "forkedCard";
  readonly envelopes: readonly Hash[];
}

/** A Lamport clock: one more than anything seen. */
const nextCounter = ({ cards }: LoopLedger): number =>
  1 + Math.max(-1, ...cards.map(({ body }) => body.header.counter));

/**
 * What the header of the next revision of a card says about the ones before, by everything this laptop holds. A laptop
 * that was restored from a backup asks this only after it has caught up, otherwise it forks its own card. What was typed in
 * for somebody follows what was typed in before, and never what they sealed themselves.
 */
export const nextRevision = (
  ledger: LoopLedger,
  place: { readonly slotId: SlotId; readonly personId: PersonId },
  typed = false,
): Result<NextRevision, ForkedCard> => {
  const chain = ledger.cards.filter(
    ({ body }) =>
      body.header.slotId === place.slotId &&
      body.header.personId === place.personId &&
      isTypedIn({ body }) === typed,
  );
  const leaves = leavesOf(chain.filter((envelope) => !isNotChosen(envelope, ledger)));
  if (leaves.length > 1) return err({ type: "forkedCard", envelopes: leaves.map(({ hash }) => hash) });
  return ok({
    revision: (leaves[0]?.body.header.revision ?? 0) + 1,
    prev: leaves[0]?.hash ?? null,
    counter: nextCounter(ledger),
    knownReveals: ledger.calls.map(({ hash }) => hash).toSorted(),
  });
};
