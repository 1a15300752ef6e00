import type * as Y from "yjs";
import type { DeviceId } from "../domain/ids";
import { type Live, liveCell } from "../domain/live";
import type { FactsByDevice } from "./gate/peer-facts";
import { coversVector, stateDigest } from "./state-digest";
import { isReached, type TransportPeer } from "./transport/transport";

export interface CatchingUp {
  /**
   * True while a laptop that is here holds something that this one lacks and has lacked since they met: what it signs
   * now could contradict what it signed before, where its disk is an older copy. What the gate refuses whenever it comes
   * is not waited for.
   */
  readonly behind: Live<boolean>;
  /** This laptop's disk is shown to be an older copy: from now on it waits for whoever holds more as long as it takes. */
  readonly insist: () => void;
  readonly close: () => void;
}

export interface CatchingUpParts {
  readonly doc: Y.Doc;
  readonly peers: Live<readonly TransportPeer[]>;
  readonly facts: Live<FactsByDevice>;
  /** Laptops of whose document this one takes nothing; see `Gate`. */
  readonly untakeable: Live<ReadonlySet<DeviceId>>;
}

/**
 * So long a laptop waits for one that claims to hold more, in milliseconds: a claim nobody can check must not keep a
 * panelist from sealing for ever.
 */
const patienceMs = 30_000;

/**
 * Follows whether this laptop has everything that each of the others held when they met. Who was caught up with once
 * stays so until they part: what comes later arrives as it happens.
 */
export const followCatchingUp = ({ doc, peers, facts, untakeable }: CatchingUpParts): CatchingUp => {
  const behind = liveCell(false);
  const caughtUp = new Set<DeviceId>();
  const waiting = new Map<DeviceId, ReturnType<typeof setTimeout>>();
  const givenUp = new Set<DeviceId>();
  let insisting = false;

  const here = (): readonly DeviceId[] =>
    peers
      .get()
      .filter(isReached)
      .flatMap(({ deviceId }) => (deviceId === null ? [] : [deviceId]));
  const stopWaiting = (deviceId: DeviceId): void => {
    clearTimeout(waiting.get(deviceId));
    waiting.delete(deviceId);
  };
  const settle = (deviceId: DeviceId): void => {
    caughtUp.add(deviceId);
    stopWaiting(deviceId);
  };
  const lacks = (deviceId: DeviceId, own: Uint8Array): boolean => {
    const held = facts.get().get(deviceId)?.held ?? null;
    if (held === null) return false;
    if (coversVector(own, held.vector)) {
      settle(deviceId);
      return false;
    }
    if (!untakeable.get().has(deviceId)) return true;
    stopWaiting(deviceId);
    return false;
  };
  const giveUpOn = (deviceId: DeviceId): void => {
    settle(deviceId);
    givenUp.add(deviceId);
    look();
  };
  const forgetWhoLeft = (present: readonly DeviceId[]): void => {
    for (const deviceId of [...caughtUp, ...waiting.keys()]) {
      if (present.includes(deviceId)) continue;
      settle(deviceId);
      caughtUp.delete(deviceId);
      givenUp.delete(deviceId);
    }
  };
  const look = (): void => {
    const present = here();
    forgetWhoLeft(present);
    const open = present.filter((deviceId) => !caughtUp.has(deviceId));
    const own = open.length === 0 ? null : stateDigest(doc).vector;
    const lacking = own === null ? [] : open.filter((deviceId) => lacks(deviceId, own));
    for (const deviceId of lacking)
      if (!insisting && !waiting.has(deviceId))
        waiting.set(
          deviceId,
          setTimeout(() => giveUpOn(deviceId), patienceMs),
        );
    if (behind.get() !== lacking.length > 0) behind.set(lacking.length > 0);
  };
  doc.on("update", look);
  const undos = [peers, facts, untakeable].map((source) => source.subscribe(look));
  look();
  return {
    behind,
    insist: () => {
      if (insisting) return;
      insisting = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
      for (const deviceId of givenUp) caughtUp.delete(deviceId);
      givenUp.clear();
      look();
    },
    close: () => {
      doc.off("update", look);
      for (const undo of undos) undo();
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
};
