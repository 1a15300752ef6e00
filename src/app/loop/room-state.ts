import type { Failure, RoomPeer, RoomState } from "../../bindings/services";
import type { PersonId } from "../../domain/ids";
import type { Device } from "../../domain/loop/roster";
import type { TransportPeer } from "../../sync/transport/transport";
import { type DoorState, toInvite } from "./room-door";

/** Whether this laptop looks for the others; `forLong`: longer than anybody should have to wait. */
export type Looking = "no" | "yes" | "forLong";

/** Everything the room screen is made of. */
export interface RoomFacts {
  readonly looking: Looking;
  readonly door: DoorState;
  readonly peers: readonly TransportPeer[];
  readonly devices: readonly Device[];
  /** Why the others could not be looked for, or what this laptop cannot do for the loop. */
  readonly trouble: Failure | null;
}

const toRoomPeer = (peer: TransportPeer, devices: readonly Device[]): RoomPeer => {
  const personId: PersonId | null =
    devices.find((device) => device.deviceId === peer.deviceId)?.personId ?? null;
  return { deviceId: peer.deviceId ?? "", personId, link: peer.link === "direct" ? "direct" : "connecting" };
};

const connectionOf = ({ looking, door, peers }: RoomFacts): RoomState["connection"] => {
  if (looking === "no") return "alone";
  if (peers.some((peer) => peer.link === "direct")) return "together";
  if (door.hosting !== null) return "alone";
  return looking === "forLong" ? "unreachable" : "connecting";
};

const problemOf = ({ trouble, door }: RoomFacts): Failure | null =>
  trouble ?? (door.hosting?.reach === "thisLaptop" ? { type: "noNetwork" } : null);

/** The room as the screens show it. */
export const roomStateOf = (facts: RoomFacts): RoomState => {
  const { hosting, lobby } = facts.door;
  return {
    connection: connectionOf(facts),
    hosting: hosting !== null,
    invite: hosting === null ? null : toInvite(hosting),
    lobby,
    peers: facts.peers.map((peer) => toRoomPeer(peer, facts.devices)),
    problem: problemOf(facts),
  };
};
