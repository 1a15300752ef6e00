import type { DeviceId } from "../../ids";
import type { AuthenticEntry, EntryKind } from "../../sealing/entries";
import { containedIn } from "../../sealing/ledger/chains";
import type { LoopLedger } from "../../sealing/ledger/ledger";
import { rosterLine } from "../../sealing/ledger/members";

/**
 * What the laptop that wrote a bundle is to the loop. `member`: in the roster that counts. `beforeRemoval`: it was
 * removed, and everything it signed in the bundle was known to the roster that removed it. `removed`: it was removed, and
 * something in the bundle was not. `stranger`: no roster ever had it.
 */
export type ExporterStanding = "member" | "beforeRemoval" | "removed" | "stranger";

/**
 * What a roster's heads do not name, receipts but for the newest. The ledger judges these by themselves: a charter by the
 * loop's anchor, a generation by the roster of the same laptop, which the heads have to contain.
 */
const unseen: ReadonlySet<EntryKind> = new Set(["charter", "generation", "receipt", "release"]);

type Roster = AuthenticEntry<"roster">;

const holds = ({ body }: Roster, deviceId: DeviceId): boolean =>
  body.devices.some((device) => device.deviceId === deviceId);

/**
 * A signature does not tell before from after a removal, so what a removed laptop signed is believed only where the
 * roster that removed it says that it had seen it. What others signed speaks for itself, whoever carries it.
 * `ledger` and `entries` are this laptop's together with the bundle's, `brought` the bundle's alone.
 */
export const exporterStanding = (
  exporter: DeviceId,
  brought: readonly AuthenticEntry[],
  ledger: LoopLedger,
  entries: readonly AuthenticEntry[],
): ExporterStanding => {
  const line = rosterLine(ledger.roster, ledger.rosters);
  const last = line.findIndex((roster) => holds(roster, exporter));
  if (last < 0) return "stranger";
  const removing = line[last - 1];
  if (removing === undefined) return "member";
  const seen = containedIn(removing.body.heads, entries);
  const own = brought.filter(({ deviceId, kind }) => deviceId === exporter && !unseen.has(kind));
  return own.every(({ hash }) => seen.has(hash)) ? "beforeRemoval" : "removed";
};
