import type { Hash } from "../ids";
import type { LoopLedger } from "../sealing/ledger/ledger";

/** What a record that is closed again can rest on. */
export interface NextClosing {
  /** What the closing before names. */
  readonly before: readonly Hash[];
  /** Everything a record made now would rest on. */
  readonly ground: readonly Hash[];
  /** Of that, what the record is closed again for. */
  readonly late: readonly Hash[];
  /** The ledger of these entries alone. */
  readonly ledgerOf: (entries: readonly Hash[]) => Pick<LoopLedger, "refused" | "waiting">;
}

const apartIn = ({ refused, waiting }: Pick<LoopLedger, "refused" | "waiting">): ReadonlySet<Hash> =>
  new Set([...refused, ...waiting].map(({ hash }) => hash));

/**
 * The entries that the next closing names, sorted: all of today where everything counts that counted in the record before,
 * else only what came late beside what was closed. Somebody who dates too many words back can take words out of the loop as
 * it is now, and so takes none out of the record.
 */
export const entriesOfNextClosing = ({ before, ground, late, ledgerOf }: NextClosing): readonly Hash[] => {
  const all = [...new Set([...before, ...ground])].toSorted();
  if (before.length === 0) return all;
  const closed = new Set(before);
  const wasApart = apartIn(ledgerOf(before));
  const isApart = apartIn(ledgerOf(all));
  const takesOut = [...isApart].some((hash) => closed.has(hash) && !wasApart.has(hash));
  return takesOut ? [...new Set([...before, ...late])].toSorted() : all;
};
