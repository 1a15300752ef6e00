import type { SignalingConn, WebrtcProvider } from "y-webrtc";
import type { Live, LiveCell } from "../../../domain/live";
import { type Addresses, newSpareServers } from "./one-per-laptop";

/** y-webrtc takes servers on, and leaves them, only together with its room: the room is hidden from it meanwhile. */
const withoutRoom = (provider: WebrtcProvider, act: () => void): void => {
  const { room } = provider;
  provider.room = null;
  act();
  provider.room = room;
};

/** The room's connections to servers; y-webrtc shares one with every other loop of this window that knows the server. */
export const serversOf = (provider: WebrtcProvider): readonly SignalingConn[] =>
  provider.signalingConns as SignalingConn[];

const take = (provider: WebrtcProvider, url: string): void => {
  withoutRoom(provider, () => {
    provider.signalingUrls = [url];
    provider.connect();
  });
  // A server that another loop is connected to already tells nobody that it is: the room has to speak up by itself.
  const taken = serversOf(provider).find((server) => server.url === url);
  if (taken?.connected === true) provider.room?.connect();
};

const drop = (provider: WebrtcProvider, server: SignalingConn): void => {
  const others = serversOf(provider).filter((other) => other !== server);
  withoutRoom(provider, () => {
    provider.signalingConns = [server];
    provider.disconnect();
    provider.signalingConns = others;
    provider.shouldConnect = true;
  });
};

/** Where the laptops of a room are introduced to each other. */
export interface Servers {
  readonly urls: Live<readonly string[]>;
  /** Those of them that are known to lead to one laptop. No address is in two groups. */
  readonly sameLaptop: Live<readonly Addresses[]>;
}

export interface FollowedServers {
  /** Called every second: of several addresses of one laptop one stays connected. */
  readonly look: () => void;
  readonly stop: () => void;
}

/**
 * Keeps the provider at these servers while the room and its connections stay as they are; where one laptop has several
 * addresses, at all of them until one is connected for a while, and again once that is lost.
 * `onTaken` is called after servers were taken on, `reached` shows whether any of them is connected. `hear` listens to
 * each server until its undo is called.
 */
export const followServers = (
  provider: WebrtcProvider,
  { urls, sameLaptop }: Servers,
  reached: LiveCell<boolean>,
  onTaken: () => void,
  hear: (server: SignalingConn) => () => void,
): FollowedServers => {
  const spare = newSpareServers();
  const connected = (): ReadonlySet<string> =>
    new Set(serversOf(provider).flatMap((server) => (server.connected ? [server.url] : [])));
  const show = (): void => {
    spare.note(sameLaptop.get(), connected());
    follow();
  };
  const listened = new Map<SignalingConn, () => void>();
  const listen = (): void => {
    for (const server of serversOf(provider)) {
      if (listened.has(server)) continue;
      listened.set(server, hear(server));
      server.on("connect", show);
      server.on("disconnect", show);
    }
  };
  const unlisten = (server: SignalingConn): void => {
    listened.get(server)?.();
    listened.delete(server);
    server.off("connect", show);
    server.off("disconnect", show);
  };
  const follow = (): void => {
    const wanted = new Set(urls.get().filter((url) => !spare.isSpare(url)));
    for (const server of serversOf(provider)) {
      if (wanted.has(server.url)) continue;
      unlisten(server);
      drop(provider, server);
    }
    const there = new Set(serversOf(provider).map((server) => server.url));
    const missing = [...wanted].filter((url) => !there.has(url));
    for (const url of missing) take(provider, url);
    if (missing.length > 0) onTaken();
    listen();
    reached.set(connected().size > 0);
  };
  follow();
  const undos = [urls.subscribe(follow), sameLaptop.subscribe(show)];
  return {
    look: () => {
      spare.look(sameLaptop.get(), connected());
      follow();
    },
    stop: () => {
      for (const undo of undos) undo();
      for (const server of [...listened.keys()]) unlisten(server);
      reached.set(false);
    },
  };
};
