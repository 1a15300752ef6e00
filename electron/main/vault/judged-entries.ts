import type { Hash, LoopId } from "../../../src/domain/ids";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import type { AuthenticEntry, SignedEntry } from "../../../src/domain/sealing/entries";
import { buildLedger, type LoopLedger } from "../../../src/domain/sealing/ledger/ledger";
import { nodeCrypto } from "./node-crypto";

/** Entries that are not authentic do not count, as everywhere. */
export const authenticOnes = (entries: readonly SignedEntry[]): readonly AuthenticEntry[] =>
  entries.flatMap((entry) => {
    const authentic = authenticate(entry, nodeCrypto);
    return authentic.ok ? [authentic.value] : [];
  });

/** The ledger as main computes it for itself. */
export const ledgerOfEntries = (
  entries: readonly AuthenticEntry[],
  loopId: LoopId,
  charterHash: Hash | null,
): LoopLedger => buildLedger(entries, { loopId, anchor: { charterHash, founder: null } });
