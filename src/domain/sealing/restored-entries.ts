import type { DeviceId, Hash, Timestamp } from "../ids";
import type { RequiredCard } from "../loop/plan";
import type { AuthenticEntry } from "./entries";
import type { LoopLedger } from "./ledger/ledger";

/** A laptop's signed word that an entry had vanished from the loop and was put back. */
export interface RestoredEntry {
  /** Of the log entry. */
  readonly hash: Hash;
  readonly entryHash: Hash;
  readonly deviceId: DeviceId;
  readonly at: Timestamp;
  /** Of the entry that was put back; empty where this laptop does not hold it. */
  readonly kind: string;
  /** Whose card it is; null for everything that is no card. */
  readonly card: RequiredCard | null;
}

const placeOf = (entry: AuthenticEntry | undefined): RequiredCard | null => {
  if (entry?.kind !== "card") return null;
  const { slotId, personId } = entry.body.header;
  return { slotId, personId };
};

/** What the logs of the loop say was put back; `entries` are all the laptop holds. */
export const restoredEntries = (
  { logs }: Pick<LoopLedger, "logs">,
  entries: readonly AuthenticEntry[],
): readonly RestoredEntry[] => {
  const known = new Map<Hash, AuthenticEntry>(entries.map((entry) => [entry.hash, entry]));
  return logs.flatMap(({ hash, deviceId, body: { at, event } }) => {
    if (event.type !== "entryRestored") return [];
    const { entryHash } = event;
    const entry = known.get(entryHash);
    return [{ hash, entryHash, deviceId, at, kind: entry?.kind ?? "", card: placeOf(entry) }];
  });
};
