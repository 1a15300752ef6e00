import type { Hash } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { OpenedSheet } from "../../domain/loop/loop-view";
import type { AuthenticEntry } from "../../domain/sealing/entries";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import type { LoopVault } from "./loop-vault";

/** The role players' sheets that were opened to this laptop, each tried once. */
export interface OpenedSheets {
  readonly sheets: Live<readonly OpenedSheet[]>;
  /** Reads every opening for this laptop that was not read yet. */
  readonly read: (ledger: LoopLedger) => Promise<void>;
}

export const createOpenedSheets = (vault: Pick<LoopVault, "device" | "readSheet">): OpenedSheets => {
  const sheets = liveCell<readonly OpenedSheet[]>([]);
  const tried = new Set<Hash>();

  const readOne = async (opening: AuthenticEntry<"opening">, ledger: LoopLedger): Promise<void> => {
    const envelope = ledger.cards.find(({ hash }) => hash === opening.body.envelopeHash);
    if (envelope === undefined) return;
    tried.add(opening.hash);
    const read = await vault.readSheet(opening, envelope);
    if (!read.ok || read.value.rolePlay === null) return;
    const { slotId, personId, rolePlay } = read.value;
    const { revision } = envelope.body.header;
    const others = sheets.get().filter((one) => one.slotId !== slotId || one.personId !== personId);
    const known = sheets.get().find((one) => !others.includes(one));
    if (known !== undefined && known.revision >= revision) return;
    sheets.set([...others, { slotId, personId, revision, rolePlay }]);
  };
  return {
    sheets,
    read: async (ledger) => {
      const mine = ledger.openings.filter(({ body }) => body.recipient === vault.device.deviceId);
      for (const opening of mine) if (!tried.has(opening.hash)) await readOne(opening, ledger);
    },
  };
};
