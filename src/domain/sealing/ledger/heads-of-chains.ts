import type { Hash } from "../../ids";
import type { AuthenticEntry } from "../entries";
import { prevOf } from "./chains";
import type { RankOf } from "./members";

/** What a branch of a forked chain puts into the scale. */
interface Branch<Entry> {
  /** The best rank of any signer in the branch. */
  readonly rank: number;
  /** The branch's last entry, where it forks again the last of the branch that prevails. */
  readonly tip: Entry;
}

type Versioned = AuthenticEntry<"roster" | "plan" | "decision">;

const prevails = <Entry extends Versioned>(left: Branch<Entry>, right: Branch<Entry>): number =>
  left.rank - right.rank ||
  right.tip.body.version - left.tip.body.version ||
  (left.tip.hash < right.tip.hash ? -1 : 1);

/**
 * The version that counts where a chain forked, the same on every laptop with the same entries. Where two branches part,
 * the one prevails that somebody earlier in the list of facilitator and deputies signed; of equals the longer, of equally
 * long ones that with the smaller hash. The fork itself is shown.
 */
export const headOf = <Entry extends Versioned>(entries: readonly Entry[], rankOf: RankOf): Entry | null => {
  const branches = new Map<Hash | null, Branch<Entry>[]>();
  const best = (after: Hash | null): Branch<Entry> | undefined => branches.get(after)?.toSorted(prevails)[0];
  // The newest first: what follows an entry is weighed before the entry itself.
  for (const entry of entries.toSorted((left, right) => right.body.version - left.body.version)) {
    const next = best(entry.hash);
    const rank = Math.min(rankOf(entry), next?.rank ?? Number.POSITIVE_INFINITY);
    const prev = prevOf(entry);
    branches.set(prev, [...(branches.get(prev) ?? []), { rank, tip: next?.tip ?? entry }]);
  }
  return best(null)?.tip ?? null;
};
