import type { DeviceId } from "../../ids";
import type { AuthenticEntry, EntryKind } from "../../sealing/entries";
import { containedIn } from "../../sealing/ledger/chains";
import type { LoopLedger } from "../../sealing/ledger/ledger";

/**
 * What the laptop that wrote a bundle is to the loop. `member`: in the roster that counts. `beforeRemoval`: it was
 * removed, and everything it signed in the bundle was known to the roster that removed it. `removed`: it was removed, and
 * something in the bundle was not. `stranger`: no roster ever had it.
 */
export type ExporterStanding = "member" | "beforeRemoval" | "removed" | "stranger";

/** A roster's heads name no release and only the newest receipts; both say nothing that the ledger does not judge by itself. */
const unseen: ReadonlySet<EntryKind> = new Set(["receipt", "release"]);

type Roster = AuthenticEntry<"roster">;

const holds = ({ body }: Roster, deviceId: DeviceId): boolean =>
  body.devices.some((device) => device.deviceId === deviceId);

/** The roster that counts and those before it, newest first. */
const lineOf = ({ roster, rosters }: LoopLedger): readonly Roster[] => {
  if (roster === null) return [];
  const line = containedIn([roster.hash], rosters);
  return rosters
    .filter(({ hash }) => line.has(hash))
    .toSorted((left, right) => right.body.version - left.body.version);
};

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
  const line = lineOf(ledger);
  const last = line.findIndex((roster) => holds(roster, exporter));
  if (last < 0) return "stranger";
  const removing = line[last - 1];
  if (removing === undefined) return "member";
  const seen = containedIn(removing.body.heads, entries);
  const own = brought.filter(({ deviceId, kind }) => deviceId === exporter && !unseen.has(kind));
  return own.every(({ hash }) => seen.has(hash)) ? "beforeRemoval" : "removed";
};
