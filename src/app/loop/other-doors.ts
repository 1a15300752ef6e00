import type { OtherDoor } from "../../../electron/contract/lan";
import type { DeviceId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import { mostAddressesOfOthers, mostOtherDoors } from "../../domain/loop/invite";
import { addressText } from "../../domain/loop/lan-address";
import type { Device } from "../../domain/loop/roster";
import type { Room as SyncRoom } from "../../sync/room";
import { isReached } from "../../sync/transport/transport";

export interface OtherDoorsParts {
  readonly sync: Pick<SyncRoom, "facts" | "peers">;
  readonly devices: Live<readonly Device[]>;
  readonly ownDevice: DeviceId;
}

export interface OtherDoors {
  /** Members' laptops that are here and let others meet, in an order that does not change; as many as an invite names. */
  readonly live: Live<readonly OtherDoor[]>;
  readonly close: () => void;
}

/** Which other laptops an invite made now should name, so that it still leads in when this one is closed. */
export const followOtherDoors = ({ sync, devices, ownDevice }: OtherDoorsParts): OtherDoors => {
  const now = (): readonly OtherDoor[] => {
    const here = new Set(sync.peers.get().flatMap((peer) => (isReached(peer) ? [peer.deviceId] : [])));
    return devices
      .get()
      .filter(({ deviceId }) => deviceId !== ownDevice && here.has(deviceId))
      .map(({ deviceId }) => ({ key: deviceId, doors: sync.facts.get().get(deviceId)?.doors ?? [] }))
      .filter(({ doors }) => doors.length > 0)
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
      .slice(0, mostOtherDoors)
      .map(({ key, doors }) => ({ key, addresses: doors.slice(0, mostAddressesOfOthers).map(addressText) }));
  };
  const live = liveCell<readonly OtherDoor[]>(now());
  // What laptops say of themselves changes all the time, and where they are seldom does.
  const show = (): void => {
    const next = now();
    if (JSON.stringify(next) !== JSON.stringify(live.get())) live.set(next);
  };
  const undos = [sync.facts, sync.peers, devices].map((source) => source.subscribe(show));
  return {
    live,
    close: () => {
      for (const undo of undos) undo();
    },
  };
};
