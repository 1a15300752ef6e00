import type { Bridge } from "../../../electron/contract/bridge";
import type {
  AdmittedLaptop,
  Hosting,
  OtherDoor,
  Serving,
  WaitingRequest,
} from "../../../electron/contract/lan";
import type { Failure, Invite, LobbyRequest } from "../../bindings/services";
import type { Hash, LoopId, PersonId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import { err, ok, type Result } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";

/** The way into this laptop's room, while it is open. */
export interface RoomDoor {
  readonly state: Live<DoorState>;
  /** Who waits there, with what they signed. */
  readonly waiting: Live<readonly WaitingRequest[]>;
  readonly open: () => Promise<Result<Hosting, Failure>>;
  /** Shows a door that was opened before this window was loaded anew and is open still; false where there is none. */
  readonly resume: () => Promise<boolean>;
  readonly shut: () => Promise<void>;
  /** Where laptops of the loop meet through this one: the open door, or a place without a lobby. */
  readonly place: Live<Serving | null>;
  /** Makes this laptop such a place without letting anybody new in; false where the system does not let it. */
  readonly serve: () => Promise<boolean>;
  /** The network may have changed: an open place is told with the addresses of now. */
  readonly renew: () => Promise<void>;
  readonly admit: (requestId: string, personId: PersonId) => Promise<Result<AdmittedLaptop, Failure>>;
  readonly deny: (requestId: string) => Promise<void>;
  /** Stops listening for who knocks; the door itself stays as it is. */
  readonly close: () => void;
}

export interface DoorState {
  readonly hosting: Hosting | null;
  readonly lobby: readonly LobbyRequest[];
}

export const toInvite = (hosting: Hosting): Invite => ({
  text: hosting.invite,
  typedCode: hosting.typedCode,
  qrSvg: hosting.qrSvg,
  addresses: hosting.addresses,
});

const toRequest = (request: WaitingRequest): LobbyRequest => ({
  requestId: request.requestId,
  label: request.label,
  name: request.name,
  words: request.words,
  invited: request.invited,
});

/** What a door says of its loop. */
export interface LoopAtDoor {
  readonly loopId: LoopId;
  readonly charterHash: Hash;
  /** The loop's own protocol, known once its charter is here. */
  readonly protocol: () => number;
  /** Other members' doors that the invite names. */
  readonly others: Live<readonly OtherDoor[]>;
}

/** Opens and shuts the room of one loop and says who waits at the door. */
export const createRoomDoor = (
  lan: Bridge["lan"],
  { loopId, charterHash, protocol, others }: LoopAtDoor,
): RoomDoor => {
  const state = liveCell<DoorState>({ hosting: null, lobby: [] });
  let spare: Serving | null = null;
  const place = liveCell<Serving | null>(null);
  const showPlace = (): void => place.set(state.get().hosting ?? spare);
  const waiting = liveCell<readonly WaitingRequest[]>([]);
  const showLobby = (requests: readonly WaitingRequest[]): void => {
    waiting.set(requests.filter((request) => request.loopId === loopId && request.state === "waiting"));
    state.set({ ...state.get(), lobby: waiting.get().map(toRequest) });
  };
  const undoLobby = lan.onLobby(({ requests }) => showLobby(requests));
  const asked = (more: { readonly renew?: boolean } = {}) => ({
    loopId,
    charterHash,
    protocol: protocol(),
    others: [...others.get()],
    ...more,
  });
  /** Whoever knocked before this window listened, for instance before it was loaded anew. */
  const showWaiting = async (): Promise<void> => {
    const now = expectedOnly(await lan.requests());
    if (now.ok) showLobby(now.value);
  };
  const closed = (): void => {
    waiting.set([]);
    state.set({ hosting: null, lobby: [] });
    showPlace();
  };
  const show = (hosting: Hosting): void => {
    if (JSON.stringify(hosting) === JSON.stringify(state.get().hosting)) return;
    state.set({ ...state.get(), hosting });
    showPlace();
  };
  const open: RoomDoor["open"] = async () => {
    const hosted = expectedOnly(await lan.host(asked()));
    if (!hosted.ok) return err({ ...hosted.error });
    show(hosted.value);
    await showWaiting();
    return ok(hosted.value);
  };
  /** What the network cannot say now is asked again later; only a door whose time was up is shown closed. */
  const renewDoor = async (): Promise<void> => {
    const renewed = expectedOnly(await lan.host(asked({ renew: true })));
    // Shut meanwhile by the person: what was asked before tells nothing any more.
    if (state.get().hosting === null) return;
    if (renewed.ok) show(renewed.value);
    else if (renewed.error.type === "doorClosed") closed();
  };
  const resume = async (): Promise<boolean> => {
    const renewed = expectedOnly(await lan.host(asked({ renew: true })));
    if (!renewed.ok) return false;
    show(renewed.value);
    await showWaiting();
    return true;
  };
  const undoOthers = others.subscribe(() => {
    if (state.get().hosting !== null) void renewDoor();
  });
  const serve: RoomDoor["serve"] = async () => {
    const served = expectedOnly(await lan.serve({ loopId }));
    const isSame = served.ok && JSON.stringify(served.value) === JSON.stringify(spare);
    if (served.ok && !isSame) spare = served.value;
    if (!isSame) showPlace();
    return served.ok;
  };
  return {
    state,
    waiting,
    open,
    resume,
    place,
    serve,
    renew: async () => {
      if (spare !== null) await serve();
      if (state.get().hosting !== null) await renewDoor();
    },
    shut: async () => {
      expectedOnly(await lan.stopHosting({ loopId }));
      closed();
    },
    admit: async (requestId, personId) => {
      const admitted = expectedOnly(await lan.admit({ requestId, personId }));
      return admitted.ok ? admitted : err({ ...admitted.error });
    },
    deny: async (requestId) => {
      await lan.deny({ requestId });
    },
    close: () => {
      undoLobby();
      undoOthers();
    },
  };
};
