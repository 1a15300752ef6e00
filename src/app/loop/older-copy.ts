import type { DeviceId } from "../../domain/ids";
import type { Room } from "../../sync/room";
import type { EntryBook } from "./entry-book";

/**
 * Watches for entries that this laptop itself signed, that its disk did not have and that others bring: nobody else could
 * have signed them, so the disk is an older copy. What a colleague merely claims to hold is waited for half a minute; this
 * is proof, and the laptop signs nothing more until it has caught up. Begins with what the disk gave; returns the undo.
 */
export const watchForOlderCopy = (
  book: Pick<EntryBook, "state" | "isPut">,
  own: DeviceId,
  room: Pick<Room, "insistOnCatchingUp">,
): (() => void) => {
  const mine = () => book.state.get().entries.filter(({ deviceId }) => deviceId === own);
  const known = new Set(mine().map(({ hash }) => hash));
  return book.state.subscribe(() => {
    for (const { hash } of mine()) {
      if (known.has(hash)) continue;
      known.add(hash);
      if (!book.isPut(hash)) room.insistOnCatchingUp();
    }
  });
};
