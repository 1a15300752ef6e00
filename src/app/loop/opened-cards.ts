import type { Card } from "../../domain/card/card";
import type { Hash } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { TriedCards } from "../../domain/sealing/card-states";
import type { AuthenticEntry } from "../../domain/sealing/entries";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import type { LoopVault } from "./loop-vault";

/** The cards that releases opened, each tried once. */
export interface OpenedCards {
  readonly cards: Live<TriedCards>;
  /** Tries every release of the ledger that was not tried yet. */
  readonly open: (ledger: LoopLedger) => Promise<void>;
}

export const createOpenedCards = (vault: LoopVault): OpenedCards => {
  const cards = liveCell<TriedCards>(new Map());
  const tried = new Set<Hash>();

  /** A later release may hold the right key where an earlier one did not. */
  const note = (hash: Hash, card: Card | "doesNotOpen"): void => {
    const known = cards.get().get(hash);
    if (known !== undefined && known !== "doesNotOpen") return;
    cards.set(new Map(cards.get()).set(hash, card));
  };
  const tryRelease = async (release: AuthenticEntry<"release">, ledger: LoopLedger): Promise<void> => {
    const envelope = ledger.cards.find(({ hash }) => hash === release.body.envelopeHash);
    if (envelope === undefined) return;
    const opened = await vault.open(envelope, release);
    tried.add(release.hash);
    note(envelope.hash, opened.ok ? opened.value : "doesNotOpen");
  };
  return {
    cards,
    open: async (ledger) => {
      for (const release of ledger.releases) if (!tried.has(release.hash)) await tryRelease(release, ledger);
    },
  };
};
