import type { Hash } from "../ids";
import type { AuthenticEntry } from "./entries";
import { leavesOf } from "./ledger/chains";
import type { LoopLedger } from "./ledger/ledger";
import { newestReceipts } from "./receipts";

/**
 * The newest entry of every chain this laptop holds, sorted: what a call or a roster says it had seen. What has no
 * chain stands for itself; of receipts the newest do.
 */
export const headsOf = (ledger: LoopLedger): readonly Hash[] => {
  const chained = [ledger.rosters, ledger.plans, ledger.cards, ledger.decisions, ledger.logs];
  const leaves = leavesOf<AuthenticEntry>(chained.flat());
  const { calls, takeovers, ownLaptops, choices, breakGlass, witnesses, acceptances, openings } = ledger;
  const { comments, resolutions, secondRatings, levelReadings, countersignatures, reopenings, typists } =
    ledger;
  const single = [
    calls,
    takeovers,
    ownLaptops,
    choices,
    breakGlass,
    witnesses,
    acceptances,
    openings,
    comments,
    resolutions,
    secondRatings,
    levelReadings,
    countersignatures,
    reopenings,
    typists,
  ].flat();
  return [...leaves, ...newestReceipts(ledger), ...single].map(({ hash }) => hash).toSorted();
};
