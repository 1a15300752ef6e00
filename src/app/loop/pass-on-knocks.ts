import type { Bridge } from "../../../electron/contract/bridge";
import type { WaitingRequest } from "../../../electron/contract/lan";
import type { LobbyRequest } from "../../bindings/services";
import type { DeviceId, PersonId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import { mostKnocks, withTurnedAway } from "../../domain/loop/lobby/passed-on";
import { type Device, type DeviceKeys, personOfDevice } from "../../domain/loop/roster";
import { mayAct } from "../../domain/sealing/authority-view";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { expectedOnly } from "../../shell/bridge-shell";
import type { Room as SyncRoom } from "../../sync/room";
import { isReached } from "../../sync/transport/transport";
import type { NewLaptop } from "./authority-acts";
import type { RoomDoor } from "./room-door";

/**
 * Any member's laptop may be the door; who comes in stays the authority's word. Whoever waits at a member's door is told to
 * the laptops of those who may let them in. Once the roster has the laptop, the door hands it the loop's secret: to
 * nobody before, and to whoever is in it without asking again.
 */
export interface PassedKnocks {
  /** Who waits at the doors of others and may be let in here; empty where this laptop lets nobody in. */
  readonly lobby: Live<readonly LobbyRequest[]>;
  /** The laptop that asks under this id at another's door, or null. */
  readonly laptopOf: (requestId: string) => Omit<NewLaptop, "personId"> | null;
  readonly turnAway: (requestId: string) => void;
  /** Tries again what failed; called from time to time. */
  readonly lookAgain: () => void;
  readonly close: () => void;
}

export interface PassingOnParts {
  readonly door: Pick<RoomDoor, "waiting" | "admit" | "deny">;
  readonly lan: Pick<Bridge["lan"], "readKnock">;
  readonly sync: Pick<SyncRoom, "facts" | "peers" | "sayDoorNews">;
  readonly ownDevice: DeviceId;
  readonly ledger: () => LoopLedger;
  /** Changes whenever the ledger does. */
  readonly changed: Live<unknown>;
}

interface Elsewhere {
  readonly request: LobbyRequest;
  readonly laptop: Omit<NewLaptop, "personId">;
}

const sameKeys = (one: DeviceKeys, other: DeviceKeys): boolean =>
  one.deviceId === other.deviceId && one.signKey === other.signKey && one.agreeKey === other.agreeKey;

const acts = (ledger: LoopLedger, deviceId: DeviceId): boolean => {
  const person = ledger.roster === null ? null : personOfDevice(ledger.roster.body, deviceId);
  return person !== null && mayAct(ledger, person.personId);
};

const toldOf = (waiting: readonly WaitingRequest[]) =>
  waiting
    // Who holds the invite is no stranger and is told first.
    .toSorted((one, other) => Number(other.invited) - Number(one.invited))
    .slice(0, mostKnocks)
    .map(({ requestId, proof }) => ({ requestId, proof }));

export const passOnKnocks = (parts: PassingOnParts): PassedKnocks => {
  const { door, lan, sync, ownDevice, ledger } = parts;
  const lobby = liveCell<readonly LobbyRequest[]>([]);
  /** By request; null while it is being read, or where it is not what a laptop signed. */
  const read = new Map<string, Elsewhere | null>();
  const handled = new Set<string>();
  let turnedAway: readonly string[] = [];
  let said = "";
  let closed = false;

  const devices = (): readonly Device[] => ledger().roster?.body.devices ?? [];
  const present = () => {
    const here = sync.peers.get().filter(isReached);
    return [...sync.facts.get()].filter(([deviceId]) => here.some((peer) => peer.deviceId === deviceId));
  };
  const tell = (): void => {
    const news = {
      knocks: acts(ledger(), ownDevice) ? [] : toldOf(door.waiting.get()),
      turnedAway: [...turnedAway],
    };
    const text = JSON.stringify(news);
    if (text === said || (said === "" && news.knocks.length + turnedAway.length === 0)) return;
    said = text;
    sync.sayDoorNews(news);
  };
  /** At this laptop's own door, where it may not decide itself. */
  const followWord = (): void => {
    const refused = present().flatMap(([deviceId, { doorNews }]) =>
      acts(ledger(), deviceId) ? doorNews.turnedAway : [],
    );
    for (const { requestId, device } of door.waiting.get()) {
      if (handled.has(requestId)) continue;
      const known = devices().find((one) => sameKeys(one, device));
      if (known === undefined && !refused.includes(requestId)) continue;
      handled.add(requestId);
      if (known === undefined) void door.deny(requestId);
      else void letIn(requestId, known.personId);
    }
  };
  /** Who could not be handed the secret is tried again with the next look; who is not waiting any more is not. */
  const letIn = async (requestId: string, personId: PersonId): Promise<void> => {
    const admitted = await door.admit(requestId, personId);
    const isWaiting = door.waiting.get().some((request) => request.requestId === requestId);
    if (!admitted.ok && isWaiting) handled.delete(requestId);
  };
  const asked = () =>
    present().flatMap(([deviceId, { doorNews }]) => {
      const host = devices().find((device) => device.deviceId === deviceId);
      return host === undefined ? [] : doorNews.knocks.map((knock) => ({ host, ...knock }));
    });
  const readOne = async ({ host, requestId, proof }: ReturnType<typeof asked>[number]): Promise<void> => {
    read.set(requestId, null);
    const { deviceId, signKey, agreeKey } = host;
    const knock = expectedOnly(await lan.readKnock({ host: { deviceId, signKey, agreeKey }, proof }));
    if (!knock.ok || closed) return;
    const { name, label, words, device } = knock.value;
    const request = { requestId, name, label, words, invited: false, doorOf: host.personId };
    read.set(requestId, { request, laptop: { device, label } });
    consider();
  };
  const show = (): void => {
    const here = acts(ledger(), ownDevice) ? asked() : [];
    for (const knock of here) if (!read.has(knock.requestId)) void readOne(knock);
    for (const requestId of read.keys())
      if (!here.some((knock) => knock.requestId === requestId)) read.delete(requestId);
    const isOpen = ({ request, laptop }: Elsewhere): boolean =>
      !turnedAway.includes(request.requestId) &&
      !devices().some((device) => device.deviceId === laptop.device.deviceId);
    const next = [...read.values()].flatMap((one) => (one !== null && isOpen(one) ? [one.request] : []));
    if (next.length + lobby.get().length > 0) lobby.set(next);
  };
  const consider = (): void => {
    if (closed) return;
    tell();
    if (!acts(ledger(), ownDevice)) followWord();
    show();
  };
  const undos = [door.waiting, sync.facts, sync.peers, parts.changed].map((source) =>
    source.subscribe(consider),
  );
  return {
    lobby,
    laptopOf: (requestId) => read.get(requestId)?.laptop ?? null,
    turnAway: (requestId) => {
      turnedAway = withTurnedAway(turnedAway, requestId);
      consider();
    },
    lookAgain: consider,
    close: () => {
      closed = true;
      for (const undo of undos) undo();
    },
  };
};
