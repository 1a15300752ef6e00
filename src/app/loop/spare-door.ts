import type { DeviceId } from "../../domain/ids";
import type { Live } from "../../domain/live";
import type { FactsByDevice } from "../../sync/gate/peer-facts";
import type { TransportPeer } from "../../sync/transport/transport";

/** So many other laptops with a place to meet are enough: one of them may close. */
const enough = 2;
/** Laptops wait one after the other, so that not all of them open a place when one would do. */
const waitMs = 2_000;
const waitPerRankMs = 3_000;

export interface SpareDoorParts {
  readonly ownDevice: DeviceId;
  readonly peers: Live<readonly TransportPeer[]>;
  readonly facts: Live<FactsByDevice>;
  /** Whether this laptop lets others meet already. */
  readonly isOpen: () => boolean;
  /** Lets laptops of the loop meet through this one; false where that failed. */
  readonly open: () => Promise<boolean>;
}

const reached = (peers: readonly TransportPeer[]): readonly DeviceId[] =>
  peers.flatMap(({ deviceId, link }) => (deviceId !== null && link === "direct" ? [deviceId] : []));

/** How long this laptop waits before it opens a place to meet; null while none is needed. */
const waitBeforeOpening = ({
  ownDevice,
  peers,
  facts,
  isOpen,
}: Omit<SpareDoorParts, "open">): number | null => {
  const known = facts.get();
  const here = reached(peers.get());
  if (isOpen() || here.length === 0) return null;
  const without = here.filter((deviceId) => (known.get(deviceId)?.doors ?? []).length === 0);
  if (here.length - without.length >= enough) return null;
  const rank = without.filter((deviceId) => deviceId < ownDevice).length;
  return waitMs + rank * waitPerRankMs;
};

/**
 * Whoever closes the laptop through which a loop met must not end the room for latecomers: while too few of the others
 * let laptops meet, this one does too. Nobody is let into the loop by it; that stays the lobby's business.
 */
export const keepSpareDoor = (parts: SpareDoorParts): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failed = false;
  const open = async (): Promise<void> => {
    timer = undefined;
    if (waitBeforeOpening(parts) !== null) failed = !(await parts.open());
  };
  const consider = (): void => {
    const wait = failed ? null : waitBeforeOpening(parts);
    if (wait === null) {
      clearTimeout(timer);
      timer = undefined;
    } else timer ??= setTimeout(() => void open(), wait);
  };
  const undos = [parts.peers.subscribe(consider), parts.facts.subscribe(consider)];
  return () => {
    clearTimeout(timer);
    for (const undo of undos) undo();
  };
};
