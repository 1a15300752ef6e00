import type { Hash } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { LoopView } from "../../domain/loop/loop-view";
import { buildLedger, type LoopLedger } from "../../domain/sealing/ledger/ledger";
import { ledgerToView } from "../../domain/sealing/ledger-view";
import { type DutyParts, doDuties } from "./duties";
import { createFrozenKit } from "./frozen-kit";
import { createOpenedCards } from "./opened-cards";

/** Everything this laptop knows of a loop, derived from the document and kept up to date. */
export interface LoopState {
  readonly view: Live<LoopView>;
  readonly ledger: () => LoopLedger;
  /** Resolves when everything that is in the document now has been looked at and this laptop's duties are done. */
  readonly settle: () => Promise<void>;
  readonly close: () => void;
}

export interface LoopStateParts extends DutyParts {
  /** By which the loop's beginning is recognised; null only where it is not known yet. */
  readonly charterHash: Hash | null;
  /** A duty that could not be done: the disk, or the vault. */
  readonly onTrouble: (trouble: { readonly type: string }) => void;
}

/** Derives the loop anew after every change; duties run one after the other behind it. */
export const openLoopState = (parts: LoopStateParts): LoopState => {
  const { sync, book, vault, store, loopId, charterHash } = parts;
  const doc = sync.loop;
  const kit = createFrozenKit(doc, store);
  const opened = createOpenedCards(vault);
  const anchor = { charterHash, founder: null };

  const ledgerNow = (): LoopLedger => buildLedger(book.state.get().entries, { loopId, anchor });
  let ledger = ledgerNow();

  const viewNow = (): LoopView => {
    const signed = ledgerToView(ledger, vault.device.deviceId, opened.cards.get(), doc.progress());
    return {
      ...signed,
      kit: kit.of(signed.plan),
      coverage: doc.coverage(),
      handOffs: doc.handOffs(),
      refused: [...signed.refused, ...book.state.get().refused],
    };
  };
  const view = liveCell<LoopView>(viewNow());
  const show = (): void => view.set(viewNow());

  let working: Promise<void> = Promise.resolve();
  const work = async (): Promise<void> => {
    await kit.load(view.get().plan);
    await opened.open(ledger);
    const done = await doDuties(parts, ledger);
    if (!done.ok) parts.onTrouble(done.error);
    show();
  };
  const entriesChanged = (): void => {
    ledger = ledgerNow();
    show();
    working = working.then(work);
  };
  const undos = [
    book.state.subscribe(entriesChanged),
    opened.cards.subscribe(show),
    doc.observe(({ maps }) => {
      if (!maps.has("entries") || maps.size > 1) show();
    }),
  ];
  entriesChanged();
  return {
    view,
    ledger: () => ledger,
    settle: async () => {
      await book.whenRead();
      await working;
    },
    close: () => {
      for (const undo of undos) undo();
    },
  };
};
