import type { Hash } from "../../domain/ids";
import { inTurn, oneOf } from "../../domain/in-turn";
import type { Live } from "../../domain/live";
import type { LoopView } from "../../domain/loop/loop-view";
import { restoredEntries } from "../../domain/sealing/restored-entries";
import type { VanishedFromRoom } from "../../sync/room";
import type { Acts } from "./acts";
import type { EntryBook } from "./entry-book";
import type { LoopState } from "./loop-state";
import type { LoopVault } from "./loop-vault";

/**
 * So many entries of one laptop's log say that something was put back. Whoever takes everything out again and again must
 * not fill the loop by it; the list of what was refused counts on.
 */
const maxLogged = 30;

export interface RestoredLog {
  readonly vanished: (entry: VanishedFromRoom) => void;
  /** Resolves when nothing is being signed. */
  readonly close: () => Promise<void>;
}

export interface RestoredLogParts {
  readonly vault: Pick<LoopVault, "device">;
  readonly book: Pick<EntryBook, "state">;
  readonly state: { readonly view: Live<LoopView>; readonly ledger: LoopState["ledger"] };
  readonly acts: Pick<Acts, "logRestored">;
}

/**
 * Signs into this laptop's log which entries somebody took out and this laptop put back, each once. What it only lacked
 * itself, because its disk was damaged or is an older copy, is nobody's attempt. What cannot be signed now is tried again
 * when the loop changes.
 */
export const keepRestoredLog = ({ vault, book, state, acts }: RestoredLogParts): RestoredLog => {
  const open = new Set<string>();
  const turns = inTurn();

  const said = (): readonly Hash[] =>
    restoredEntries(state.ledger(), [])
      .filter(({ deviceId }) => deviceId === vault.device.deviceId)
      .map(({ entryHash }) => entryHash);
  const due = (): readonly Hash[] => {
    const known = said();
    return book.state
      .get()
      .entries.map(({ hash }) => hash)
      .filter((hash) => open.has(hash) && !known.includes(hash))
      .slice(0, Math.max(0, maxLogged - known.length));
  };
  const sign = async (): Promise<void> => {
    for (const hash of due()) {
      const done = await acts.logRestored(hash);
      if (!done.ok) return;
      open.delete(hash);
    }
  };
  const signOnce = oneOf(turns, sign);
  const look = (): void => {
    if (open.size > 0) void signOnce();
  };
  const undo = state.view.subscribe(look);
  return {
    vanished: ({ hash, restored, deviceId }) => {
      if (!restored || deviceId === null) return;
      open.add(hash);
      look();
    },
    close: async () => {
      undo();
      await turns.idle();
    },
  };
};
