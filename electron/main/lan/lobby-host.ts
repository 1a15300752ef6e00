import type { WebSocket } from "ws";
import type { LoopId, PersonId } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type { AdmitFailure, AdmittedLaptop, WaitingRequest } from "../../contract/lan";
import { type GuestDesk, type HostedLoop, serveGuest, type WaitingGuest } from "./lobby-guest";
import { defaultLobbyLimits, type LobbyLimits } from "./lobby-limits";
import type { LobbyVault } from "./lobby-vault";
import { bucketPerAddress } from "./token-bucket";
import { wordsFor } from "./words";

export interface LobbyHostOptions {
  readonly vault: LobbyVault;
  readonly limits?: Partial<LobbyLimits>;
  readonly onChange: (requests: readonly WaitingRequest[]) => void;
  readonly report: (error: unknown) => void;
}

export interface LobbyHost {
  /** Takes over one connection to /lobby. */
  readonly serve: (socket: WebSocket, address: string) => void;
  /** Opens a loop for joining, or replaces its join token. No two open loops may have one label. */
  readonly open: (loop: HostedLoop) => void;
  /** Closes a loop; whoever waits for it is told. */
  readonly close: (loopId: LoopId) => void;
  readonly requests: () => readonly WaitingRequest[];
  /** Resolves when the laptop has confirmed that it keeps the loop secret. */
  readonly admit: (requestId: string, personId: PersonId) => Promise<Result<AdmittedLaptop, AdmitFailure>>;
  readonly deny: (requestId: string) => Result<undefined, { readonly type: "noSuchRequest" }>;
}

const toRequest = (guest: WaitingGuest): WaitingRequest => ({
  requestId: guest.requestId,
  loopId: guest.loop.loopId,
  name: guest.request.personName,
  label: guest.request.deviceLabel,
  device: guest.request.device,
  words: wordsFor(guest.request.wordsDigest),
  invited: guest.request.invited,
  proof: guest.proof,
  state: guest.isAdmitting() ? "admitting" : "waiting",
});

const sameLaptop = (one: WaitingGuest, other: WaitingGuest): boolean =>
  one.loop.loopId === other.loop.loopId && one.request.device.deviceId === other.request.device.deviceId;

/** The room before the room: laptops that know where the loop is, and are not in it yet. */
export const createLobbyHost = (options: LobbyHostOptions): LobbyHost => {
  const limits = { ...defaultLobbyLimits, ...options.limits };
  const mayAsk = bucketPerAddress(limits.helloRate, () => performance.now());
  const loops = new Map<LoopId, HostedLoop>();
  const guests = new Map<string, WaitingGuest>();

  const requests = () => [...guests.values()].map(toRequest);
  const changed = () => options.onChange(requests());
  const hasOwnPlace = (address: string): boolean =>
    [...guests.values()].filter((guest) => guest.address === address).length < limits.maxWaitingPerAddress;
  /** The stranger who came last: one who fills the lobby from many addresses loses what was taken last first. */
  const lastStranger = (): WaitingGuest | undefined =>
    [...guests.values()].findLast((guest) => !guest.request.invited && !guest.isAdmitting());
  const mayKnock = (address: string): boolean =>
    hasOwnPlace(address) && (guests.size < limits.maxWaiting || lastStranger() !== undefined);
  const makeRoom = (address: string, invited: boolean): boolean => {
    if (!hasOwnPlace(address)) return false;
    if (guests.size < limits.maxWaiting) return true;
    if (invited) lastStranger()?.refuse("tooMany");
    return guests.size < limits.maxWaiting;
  };
  const desk: GuestDesk = {
    vault: options.vault,
    limits,
    loops: () => [...loops.values()],
    mayAsk,
    mayKnock,
    makeRoom,
    onWaiting: (guest) => {
      // A laptop that asks again has lost its first connection; its signature shows that it is the same one.
      for (const other of [...guests.values()]) if (sameLaptop(guest, other)) other.refuse("replaced");
      guests.set(guest.requestId, guest);
      changed();
    },
    onChange: changed,
    onGone: (guest) => {
      guests.delete(guest.requestId);
      changed();
    },
    report: options.report,
  };

  return {
    serve: (socket, address) => serveGuest(socket, address, desk),
    open: (loop) => {
      const clash = [...loops.values()].some(
        ({ label, loopId }) => label === loop.label && loopId !== loop.loopId,
      );
      if (clash) return err({ type: "labelTaken" });
      loops.set(loop.loopId, loop);
      return ok(undefined);
    },
    close: (loopId) => {
      loops.delete(loopId);
      for (const guest of [...guests.values()]) if (guest.loop.loopId === loopId) guest.refuse("hostStopped");
    },
    requests,
    admit: async (requestId, personId) => {
      const guest = guests.get(requestId);
      if (guest === undefined) return err({ type: "noSuchRequest" });
      const admitted = await guest.admit(personId);
      if (!admitted.ok) return admitted;
      const { personName: name, deviceLabel: label, device } = guest.request;
      return ok({ personId, name, label, device });
    },
    deny: (requestId) => {
      const guest = guests.get(requestId);
      if (guest === undefined) return err({ type: "noSuchRequest" });
      guest.refuse("denied");
      return ok(undefined);
    },
  };
};
