import type { Hash } from "../ids";
import type { AuthenticEntry } from "./entries";
import { leavesOf } from "./ledger/chains";
import type { LoopLedger } from "./ledger/ledger";
import { newestReceipts } from "./receipts";

/**
 * The newest entry of every chain this laptop holds, sorted: what a call or a roster says it had seen. Receipts,
 * calls and takeovers have no chain and stand for themselves.
 */
export const headsOf = (ledger: LoopLedger): readonly Hash[] => {
  const chained = [ledger.rosters, ledger.plans, ledger.cards, ledger.decisions, ledger.logs];
  const leaves = leavesOf<AuthenticEntry>(chained.flat());
  return [...leaves, ...newestReceipts(ledger), ...ledger.calls, ...ledger.takeovers]
    .map(({ hash }) => hash)
    .toSorted();
};
