import type { DeviceId, Hash } from "../ids";
import { personOfDevice } from "../loop/roster";
import { mayAct } from "../sealing/authority-view";
import type { AuthenticEntry, LogBody } from "../sealing/entries";
import { leavesOf } from "../sealing/ledger/chains";
import type { LoopLedger } from "../sealing/ledger/ledger";

/**
 * What the authority signed of the closed record: its hash, and all that is needed to make the same record anywhere: which
 * entries it rests on and what had been said.
 */
export type RecordClosing = Extract<LogBody["event"], { readonly type: "recordClosed" }>;

/** Loops of older protocols have laptops that do not know a signed closing. */
export const closingSince = 2;

const closingIn = ({ body: { event } }: AuthenticEntry<"log">): RecordClosing | null =>
  event.type === "recordClosed" ? event : null;

const mayClose = (ledger: LoopLedger, deviceId: DeviceId): boolean =>
  ledger.rosters.some(({ body }) => {
    const person = personOfDevice(body, deviceId);
    return person !== null && mayAct(ledger, person.personId);
  });

/**
 * The closing of a decision that counts, or null: signed by a laptop of the authority. A record only ever grows by cards
 * whose keys came late, so of several the one with most entries counts, of equals the one with the smaller hash.
 */
export const closingOf = (ledger: LoopLedger, decisionHash: Hash): RecordClosing | null => {
  const [newest] = ledger.logs
    .filter((log) => closingIn(log)?.decisionHash === decisionHash && mayClose(ledger, log.deviceId))
    .toSorted(
      (one, other) =>
        (closingIn(other)?.entries.length ?? 0) - (closingIn(one)?.entries.length ?? 0) ||
        (one.hash < other.hash ? -1 : 1),
    );
  return newest === undefined ? null : closingIn(newest);
};

/** The entry a laptop's next log entry follows. */
export const lastLogOf = ({ logs }: LoopLedger, deviceId: DeviceId): Hash | null =>
  leavesOf(logs.filter((log) => log.deviceId === deviceId))[0]?.hash ?? null;

/** Receipts keep coming and say nothing about the candidate; those that a call had seen make a card independent. */
const receiptsSeen = ({ receipts, calls }: LoopLedger): readonly AuthenticEntry[] => {
  const seen = new Set(calls.flatMap(({ body }) => body.heads));
  return receipts.filter(({ hash }) => seen.has(hash));
};

/** Everything a record rests on, by its hashes, sorted: `entries` are all the laptop holds. */
export const groundOfRecord = (ledger: LoopLedger, entries: readonly AuthenticEntry[]): readonly Hash[] => {
  const apart = new Set([...ledger.refused, ...ledger.waiting].map(({ hash }) => hash));
  const counted = entries.filter(
    ({ hash, kind }) => kind !== "receipt" && kind !== "log" && !apart.has(hash),
  );
  return [...counted, ...receiptsSeen(ledger)].map(({ hash }) => hash).toSorted();
};
