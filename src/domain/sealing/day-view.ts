import type { BorrowedState, EndedState, LoopDay, PlanChangeState } from "../loop/day/loop-day";
import { planDifferences } from "../loop/day/plan-difference";
import { standingEndings } from "./ledger/endings";
import type { LoopLedger } from "./ledger/ledger";
import { plansUpTo } from "./ledger/plans";
import { logOf, signerIn } from "./loop-log";

const changesOf = (ledger: LoopLedger): readonly PlanChangeState[] => {
  const { plan, plans } = ledger;
  if (plan === null) return [];
  const line = plansUpTo(plan.hash, plans).toSorted((one, other) => one.body.version - other.body.version);
  const signerOf = signerIn(ledger);
  return line.slice(1).map(({ hash, deviceId, body }, index) => ({
    hash,
    version: body.version,
    at: body.at,
    by: signerOf(deviceId),
    reason: body.reason,
    differences: planDifferences(line[index]?.body.plan ?? body.plan, body.plan),
  }));
};

/** Of several endings that stand the earliest by its clock: that is when it was over. */
const endedOf = (ledger: LoopLedger): EndedState | null => {
  const [first] = standingEndings(ledger.logs).toSorted((one, other) =>
    one.entry.body.at < other.entry.body.at ? -1 : 1,
  );
  if (first === undefined) return null;
  const { entry, event } = first;
  const { cause, reason, retentionFrom } = event;
  const by = signerIn(ledger)(entry.deviceId);
  return { hash: entry.hash, cause, reason, retentionFrom, at: entry.body.at, by };
};

/** A laptop may be borrowed, wiped and lent again; its log is one chain, so the newest word is the last of each. */
const borrowedIn = ({ logs }: LoopLedger): readonly BorrowedState[] => {
  const borrowed = new Map<string, BorrowedState>();
  for (const { deviceId, body } of logs.toSorted((one, other) => (one.body.at < other.body.at ? -1 : 1))) {
    if (body.event.type === "laptopBorrowed")
      borrowed.set(deviceId, { deviceId, personId: body.event.personId, wipedAt: null });
    if (body.event.type === "laptopWiped")
      borrowed.set(deviceId, { deviceId, personId: body.event.personId, wipedAt: body.at });
  }
  return [...borrowed.values()];
};

/** How the day went beside the cards, by the entries that count. */
export const dayOf = (ledger: LoopLedger): LoopDay => ({
  changes: changesOf(ledger),
  ended: endedOf(ledger),
  borrowed: borrowedIn(ledger),
  log: logOf(ledger),
});
