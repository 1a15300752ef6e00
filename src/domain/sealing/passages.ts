import type { AuthenticEntry, SignedEntry } from "./entries";
import { containedIn } from "./ledger/chains";
import { generationLine } from "./ledger/generations";
import type { LoopLedger } from "./ledger/ledger";

/** What leads a laptop from one generation to the next. */
export interface Passage {
  /** The generation of whoever needs it; only who holds that generation's secret may read it. */
  readonly from: number;
  /** The charter, every roster up to the one that raised the generation, what let deputies sign, and the record. */
  readonly entries: readonly SignedEntry[];
}

const entriesUpTo = (ledger: LoopLedger, record: AuthenticEntry<"generation">): readonly SignedEntry[] => {
  const line = containedIn([record.body.roster], ledger.rosters);
  const rosters = ledger.rosters.filter(({ hash }) => line.has(hash));
  const signers = new Set(rosters.map(({ deviceId }) => deviceId));
  const takeovers = ledger.takeovers.filter(({ deviceId }) => signers.has(deviceId));
  const entries = [ledger.charter, ...rosters, ...takeovers, record];
  return entries.flatMap((entry) => (entry === null ? [] : [entry.entry]));
};

/**
 * One step for each generation that was left behind. A step ends with the roster that raised the generation: whoever was
 * removed by it learns that and nothing of what came after.
 */
export const passagesOf = (ledger: LoopLedger): readonly Passage[] =>
  generationLine(ledger.generations, ledger.roster, ledger.rosters).map((record) => ({
    from: record.body.generation - 1,
    entries: entriesUpTo(ledger, record),
  }));
