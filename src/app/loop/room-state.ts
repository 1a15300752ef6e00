import type { Failure, LobbyRequest, RoomPeer, RoomState } from "../../bindings/services";
import type { DeviceId, PersonId } from "../../domain/ids";
import { signalingUrl } from "../../domain/loop/lan-address";
import type { Device } from "../../domain/loop/roster";
import type { FactsByDevice } from "../../sync/gate/peer-facts";
import type { Holdings } from "../../sync/holdings";
import { isReached, type TransportPeer } from "../../sync/transport/transport";
import { type DoorState, toInvite } from "./room-door";

/** How long a laptop looks for the others before the room says that nobody is reachable. */
export const patienceSeconds = 20;

/** Whether this laptop looks for the others; `forLong`: longer than anybody should have to wait. */
export type Looking = "no" | "yes" | "forLong";

/** Everything the room screen is made of. */
export interface RoomFacts {
  readonly looking: Looking;
  readonly door: DoorState;
  /** Who waits at the doors of others and may be let in here. */
  readonly elsewhere: readonly LobbyRequest[];
  readonly peers: readonly TransportPeer[];
  readonly devices: readonly Device[];
  readonly ownDevice: DeviceId;
  /** What the other laptops say of themselves. */
  readonly said: FactsByDevice;
  readonly holdings: Holdings;
  /** Signaling servers that are tried, and this laptop's own among them. */
  readonly urls: readonly string[];
  readonly ownUrl: string | null;
  readonly serverReached: boolean;
  /** Why the others could not be looked for, or what this laptop cannot do for the loop. */
  readonly trouble: Failure | null;
}

const ownerOf = (devices: readonly Device[], deviceId: DeviceId | null): PersonId | null =>
  devices.find((device) => device.deviceId === deviceId)?.personId ?? null;

/** Whose laptop lets others meet at this server. */
const hostOf = ({ said, devices, ownUrl, ownDevice }: RoomFacts, url: string): PersonId | null => {
  if (url === ownUrl) return ownerOf(devices, ownDevice);
  const host = [...said].find(([, { doors }]) => doors.some((door) => signalingUrl(door) === url));
  return ownerOf(devices, host?.[0] ?? null);
};

const toRoomPeer = (peer: TransportPeer, facts: RoomFacts): RoomPeer => {
  const { deviceId, link, via } = peer;
  const holding = deviceId === null ? undefined : facts.holdings.get(deviceId);
  return {
    deviceId: deviceId ?? "",
    personId: ownerOf(facts.devices, deviceId),
    link: link === "indirect" ? "connecting" : link,
    ...(via === undefined ? {} : { via: hostOf(facts, via) }),
    holds: holding?.holds ?? "unknown",
    ...(holding?.holds === "some" ? { lacks: holding.lacks } : {}),
  };
};

const connectionOf = ({ looking, door, peers }: RoomFacts): RoomState["connection"] => {
  if (looking === "no") return "alone";
  if (peers.some(isReached)) return "together";
  if (door.hosting !== null) return "alone";
  return looking === "forLong" ? "unreachable" : "connecting";
};

/** "192.168.10.4:47111" of a server's address. */
const placeOf = (url: string): string => url.replace(/^ws:\/\//, "").replace(/\/signal$/, "");

/** What was tried, for whoever has to find another way. */
const nobodyReached = (facts: RoomFacts): Failure => ({
  type: "nobodyReachable",
  tried: facts.urls.filter((url) => url !== facts.ownUrl).map(placeOf),
  seconds: patienceSeconds,
  /** A laptop at one of these places answered, so the network lets this one out. */
  serverReached: facts.serverReached,
});

const problemOf = (facts: RoomFacts): Failure | null => {
  if (facts.trouble !== null) return facts.trouble;
  if (facts.door.hosting?.reach === "thisLaptop") return { type: "noNetwork" };
  return connectionOf(facts) === "unreachable" ? nobodyReached(facts) : null;
};

/** The room as the screens show it. */
export const roomStateOf = (facts: RoomFacts): RoomState => {
  const { hosting, lobby } = facts.door;
  return {
    connection: connectionOf(facts),
    hosting: hosting !== null,
    invite: hosting === null ? null : toInvite(hosting),
    lobby: [...lobby, ...facts.elsewhere],
    peers: facts.peers.map((peer) => toRoomPeer(peer, facts)),
    problem: problemOf(facts),
  };
};
