import type { AuthenticEntry } from "../entries";
import { type Chained, growChains } from "./chains";
import type { Authority, Members } from "./members";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type Call = AuthenticEntry<"call">;
type Decision = AuthenticEntry<"decision">;
type Log = AuthenticEntry<"log">;
type Receipt = AuthenticEntry<"receipt">;

const judgeDecision = (
  entry: Decision,
  previous: Decision | null,
  members: Authority,
  calls: Sorted<Call>,
): Verdict => {
  const { version, callHash } = entry.body;
  if (!members.isAuthority(entry)) return refused("notTheAuthority");
  if (version !== (previous?.body.version ?? 0) + 1) return refused("versionOutOfOrder");
  if (calls.refused.some(({ hash }) => hash === callHash)) return refused("callRefused");
  const known = calls.accepted.some(({ hash }) => hash === callHash);
  return known ? accepted : waitingFor("callMissing", [callHash]);
};

/** Decisions as a chain by the authority, each after a call that counts. */
export const growDecisions = (
  decisions: readonly Decision[],
  members: Authority,
  calls: Sorted<Call>,
): Chained<Decision> =>
  growChains(decisions, {
    forkKey: ({ body }) => String(body.prev),
    judge: (entry, previous) => judgeDecision(entry, previous, members, calls),
  });

/** What only the authority may say in its log. */
const isForTheAuthority = ({ body: { event } }: Log): boolean =>
  event.type === "loopEnded" || event.type === "loopResumed";

const judgeLog = (entry: Log, previous: Log | null, members: Authority): Verdict => {
  if (members.personsOf(entry.deviceId).size === 0) return refused("unknownDevice");
  if (isForTheAuthority(entry) && !members.isAuthority(entry)) return refused("notTheAuthority");
  return previous === null || previous.deviceId === entry.deviceId ? accepted : refused("otherDevicesLog");
};

/** Log entries as one chain per laptop. */
export const growLogs = (logs: readonly Log[], members: Authority): Chained<Log> =>
  growChains(logs, {
    forkKey: ({ deviceId, body }) => `${deviceId}/${body.prev}`,
    judge: (entry, previous) => judgeLog(entry, previous, members),
  });

/** Receipts of laptops the roster knows. */
export const judgeReceipts = (receipts: readonly Receipt[], members: Members): Sorted<Receipt> =>
  judgeEach(receipts, ({ deviceId }) =>
    members.personsOf(deviceId).size === 0 ? refused("unknownDevice") : accepted,
  );
