import type { CollectionName } from "../collections/documents";
import type { UnreadableReason } from "../failure";
import { bringBack, type RestoreParts } from "./restore";
import type { RestoreReport } from "./restore-report";

/** Puts the journal's copy in the place of rows that were found damaged. */
export interface Mender {
  /** True where at least one of the rows was replaced, so that it is worth reading them again. */
  readonly mend: (collection: CollectionName, ids: readonly string[]) => Promise<boolean>;
}

const damage: ReadonlySet<UnreadableReason> = new Set(["notAuthentic", "malformedRow", "malformedValue"]);

/** Whether another copy of the row may help; a missing key or a newer program is no damage. */
export const isDamage = (reason: UnreadableReason): boolean => damage.has(reason);

/** Without a journal nothing can be mended. */
export const noMender: Mender = { mend: () => Promise.resolve(false) };

export const createMender = (parts: RestoreParts, tell: (report: RestoreReport) => void): Mender => {
  /** A row whose journaled copy did not help either is not asked for again. */
  const tried = new Set<string>();
  return {
    mend: async (collection, ids) => {
      const fresh = ids.filter((id) => !tried.has(`${collection}/${id}`));
      for (const id of fresh) tried.add(`${collection}/${id}`);
      const contents = fresh.length === 0 ? null : await parts.journal.contents("all");
      if (contents === null || !contents.ok) return false;
      const held = contents.value.rows.filter(
        (row) => row.collection === collection && fresh.includes(row.id),
      );
      const back = await bringBack(parts, collection, held);
      if (!back.ok || back.value.restored === 0) return false;
      const { restored, keyless, damaged } = back.value;
      tell({
        at: parts.now(),
        wasLost: false,
        restored: { [collection]: restored },
        keyless,
        damaged,
        journalFailed: false,
        fromColleagues: 0,
      });
      return true;
    },
  };
};
