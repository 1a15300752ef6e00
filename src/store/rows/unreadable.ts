import type { Live } from "../../domain/live";
import { liveCell } from "../../domain/live";
import type { CollectionName } from "../collections/documents";
import type { UnreadableReason, UnreadableRow } from "../failure";

/** The list of rows that could not be read since the store was opened. */
export interface UnreadableList {
  readonly live: Live<readonly UnreadableRow[]>;
  /** Takes the outcome of reading a row: a reason why not, or null where it was read or is gone. */
  readonly note: (collection: CollectionName, id: string, reason: UnreadableReason | null) => void;
}

export const createUnreadableList = (): UnreadableList => {
  const rows = new Map<string, UnreadableRow>();
  const cell = liveCell<readonly UnreadableRow[]>([]);
  return {
    live: cell,
    note: (collection, id, reason) => {
      const key = `${collection}/${id}`;
      if ((rows.get(key)?.reason ?? null) === reason) return;
      if (reason === null) rows.delete(key);
      else rows.set(key, { collection, id, reason });
      cell.set([...rows.values()]);
    },
  };
};
