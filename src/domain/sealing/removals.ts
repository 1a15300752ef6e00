import type { DeviceId } from "../ids";
import type { Removal } from "../loop/loop-view";
import type { AuthenticEntry } from "./entries";
import type { LoopLedger } from "./ledger/ledger";
import { rosterLine } from "./ledger/members";

type Roster = AuthenticEntry<"roster">;

const removedBetween = (before: Roster, after: Roster): readonly Removal[] => {
  const stayed = new Set(after.body.devices.map(({ deviceId }) => deviceId));
  const { at, reason } = after.body;
  const by = before.body.devices.find(({ deviceId }) => deviceId === after.deviceId)?.personId ?? null;
  return before.body.devices
    .filter(({ deviceId }) => !stayed.has(deviceId))
    .map(({ deviceId, personId, label }) => ({ deviceId, personId, label, at, reason, by }));
};

/** The laptops that were in the loop and are not any more, in the order of their last removal. */
export const removalsOf = (ledger: LoopLedger): readonly Removal[] => {
  const line = rosterLine(ledger.roster, ledger.rosters).toReversed();
  const here = new Set(ledger.roster?.body.devices.map(({ deviceId }) => deviceId));
  const last = new Map<DeviceId, Removal>();
  for (const [index, after] of line.slice(1).entries()) {
    const before = line[index];
    if (before === undefined) continue;
    for (const removal of removedBetween(before, after)) {
      last.delete(removal.deviceId);
      last.set(removal.deviceId, removal);
    }
  }
  return [...last.values()].filter(({ deviceId }) => !here.has(deviceId));
};
