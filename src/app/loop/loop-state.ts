import type { Hash } from "../../domain/ids";
import { inTurn, oneOf } from "../../domain/in-turn";
import { type Live, liveCell } from "../../domain/live";
import type { LoopView } from "../../domain/loop/loop-view";
import type { TriedCards } from "../../domain/sealing/card-states";
import type { AuthenticEntry } from "../../domain/sealing/entries";
import { buildLedger, type LoopLedger } from "../../domain/sealing/ledger/ledger";
import { ledgerToView } from "../../domain/sealing/ledger-view";
import type { LoopDocMap } from "../../sync/loop-doc/names";
import { createDuties, type DutyParts } from "./duties";
import { createFrozenKit } from "./frozen-kit";
import { createGivenWraps } from "./given-wraps";
import { handOutParts } from "./hand-out-parts";
import { createOpenedCards } from "./opened-cards";
import { createOpenedSheets } from "./opened-sheets";
import { ownLaptopsOf } from "./own-laptops";

/** Everything this laptop knows of a loop, derived from the document and kept up to date. */
export interface LoopState {
  readonly view: Live<LoopView>;
  readonly ledger: () => LoopLedger;
  /** Why this laptop itself would keep one of these apart, which are not in the loop yet; null where all would count. */
  readonly faultOf: (...entries: readonly AuthenticEntry[]) => string | null;
  /** What would count with these entries beside the loop's own. */
  readonly ledgerWith: (entries: readonly AuthenticEntry[]) => LoopLedger;
  /** What would count if these were the loop's only entries. */
  readonly ledgerOf: (entries: readonly AuthenticEntry[]) => LoopLedger;
  /** The cards that releases opened on this laptop. */
  readonly opened: () => TriedCards;
  /** What of this laptop's duties cannot be done, by the disk or the vault; null while all is well. */
  readonly trouble: Live<{ readonly type: string } | null>;
  /** Does this laptop's duties once more, for instance because the disk has room again. */
  readonly tryAgain: () => void;
  /** Resolves when everything that is in the document now has been looked at and this laptop's duties are done. */
  readonly settle: () => Promise<void>;
  /** Stops following the document; resolves when no duty is under way. */
  readonly close: () => Promise<void>;
}

export interface LoopStateParts extends DutyParts {
  /** By which the loop's beginning is recognised. */
  readonly charterHash: Hash;
}

/** Maps the view reads directly; entries and kit come through the book and the frozen kit. */
const shownAsTheyAre: readonly LoopDocMap[] = ["coverage", "progress", "handOffs"];

const reasonApart = ({ refused, waiting }: LoopLedger, entries: readonly AuthenticEntry[]): string | null =>
  [...refused, ...waiting].find((apart) => entries.some(({ hash }) => hash === apart.hash))?.reason ?? null;

/** Derives the loop anew after every change; duties run one after the other behind it. */
export const openLoopState = (parts: LoopStateParts): LoopState => {
  const { sync, book, vault, store, loopId, charterHash } = parts;
  const doc = sync.loop;
  const kit = createFrozenKit({ loopId, doc, store, vault });
  const opened = createOpenedCards(vault);
  const sheets = createOpenedSheets(vault);
  const doDuties = createDuties(parts);
  const wraps = createGivenWraps(store.settings, loopId);
  const trouble = liveCell<{ readonly type: string } | null>(null);
  const turns = inTurn();

  const ledgerOf = (entries: readonly AuthenticEntry[]): LoopLedger =>
    buildLedger(entries, { loopId, anchor: { charterHash, founder: null } });
  let ledger = ledgerOf(book.state.get().entries);

  const viewNow = (): LoopView => {
    const signed = ledgerToView(ledger, vault.device.deviceId, opened.cards.get(), doc.progress());
    return {
      ...signed,
      ownLaptops: ownLaptopsOf(ledger, vault.device.deviceId),
      kit: kit.of(signed.plan),
      sheets: sheets.sheets.get(),
      coverage: doc.coverage(),
      handOffs: doc.handOffs(),
      refused: [...signed.refused, ...book.state.get().refused],
    };
  };
  const view = liveCell<LoopView>(viewNow());
  const show = (): void => view.set(viewNow());

  const work = async (): Promise<void> => {
    const { plan } = view.get();
    await kit.find(plan);
    if (plan !== null) await handOutParts(doc, vault, wraps, { ledger, plan, parts: kit.parts(plan) });
    await opened.open(ledger);
    await sheets.read(ledger);
    const done = await doDuties(ledger);
    trouble.set(done.ok ? null : done.error);
    show();
  };
  const workOnce = oneOf(turns, work);
  const workInTurn = (): void => void workOnce();
  const entriesChanged = (): void => {
    ledger = ledgerOf(book.state.get().entries);
    show();
    workInTurn();
  };
  const undos = [
    book.state.subscribe(entriesChanged),
    opened.cards.subscribe(show),
    sheets.sheets.subscribe(show),
    doc.observe(({ maps }) => {
      if (shownAsTheyAre.some((name) => maps.has(name))) show();
      if (maps.has("kitParts") || maps.has("kitWraps")) workInTurn();
    }),
  ];
  entriesChanged();
  return {
    view,
    ledger: () => ledger,
    trouble,
    tryAgain: workInTurn,
    ledgerOf,
    opened: opened.cards.get,
    ledgerWith: (entries) => ledgerOf([...book.state.get().entries, ...entries]),
    faultOf: (...entries) => reasonApart(ledgerOf([...book.state.get().entries, ...entries]), entries),
    settle: async () => {
      await book.whenRead();
      await turns.idle();
    },
    close: async () => {
      for (const undo of undos) undo();
      await turns.idle();
    },
  };
};
