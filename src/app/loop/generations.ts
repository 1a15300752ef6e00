import type { Bridge } from "../../../electron/contract/bridge";
import type { Failure } from "../../bindings/services";
import type { Hash, LoopId } from "../../domain/ids";
import type { LiveCell } from "../../domain/live";
import type { Room as SyncRoom } from "../../sync/room";
import { type After, afterTimeout } from "./after";
import { askForRoom } from "./ask-for-room";
import type { EntryBook } from "./entry-book";
import { keepGeneration } from "./keep-generation";
import type { LoopState } from "./loop-state";
import type { LoopVault } from "./loop-vault";
import { plannedMove } from "./planned-move";
import type { Room } from "./room";

export interface GenerationMeans {
  readonly vault: LoopVault;
  readonly lan: Bridge["lan"];
  /** For tests. */
  readonly after?: After;
}

interface OfLoop {
  readonly loopId: LoopId;
  readonly charterHash: Hash;
  readonly book: EntryBook;
  readonly sync: Pick<SyncRoom, "peers" | "serverReached">;
  readonly state: Pick<LoopState, "view" | "ledger">;
  readonly room: Pick<Room, "moveOn" | "quit" | "servers">;
  /** Says why this laptop cannot follow; null while all is well. */
  readonly strayed: LiveCell<Failure | null>;
}

/**
 * Everything a laptop does by itself so that it is where the loop is: follows new generations, moves to their room, offers
 * the way to sleepers, asks for it itself, and leaves for good where it was removed.
 */
export const keepGenerations = (
  { vault, lan, after = afterTimeout }: GenerationMeans,
  { loopId, charterHash, book, sync, state, room, strayed }: OfLoop,
): { readonly close: () => Promise<void> } => {
  const isRemoved = (): boolean => state.view.get().removed !== null;
  const move = plannedMove(sync.serverReached, () => void room.moveOn(), after);
  const keeper = keepGeneration({
    loopId,
    charterHash,
    vault,
    lan,
    book,
    ledger: state.ledger,
    isRemoved,
    onFollowed: strayed.set,
    onMoved: move.plan,
    onRemoved: async () => {
      move.cancel();
      await room.quit();
    },
  });
  const stopAsking = askForRoom({
    loopId,
    lan,
    book,
    isAlone: () => !isRemoved() && sync.peers.get().every(({ link }) => link !== "direct"),
    servers: room.servers.get,
    after,
  });
  return {
    close: async () => {
      stopAsking();
      move.cancel();
      await keeper.close();
    },
  };
};
