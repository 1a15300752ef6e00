import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { signalPath } from "../../../src/domain/loop/lan-address";
import { ok, type Result } from "../../../src/domain/result";
import { connectionLimit } from "./connection-limit";
import { heartbeat } from "./heartbeat";
import { defaultServerLimits, type ServerLimits } from "./lan-limits";
import { type ListenFailure, listen } from "./listen";
import { type RelayStats, signalRelay } from "./signal-relay";

export const lobbyPath = "/lobby";
export const currentPath = "/current";

/** Takes over a connection. */
export type Desk = (socket: WebSocket, address: string) => void;

export interface SignalingOptions {
  /** The first port to try; 0 takes any free one. */
  readonly port: number;
  /** How many ports in a row are tried. */
  readonly ports: number;
  /** Addresses to listen on. */
  readonly hosts: readonly string[];
  readonly knownTopics: Iterable<string>;
  /** What a browser window must say in `Origin` to be a Panelbook window. */
  readonly origins: readonly string[];
  /** Takes over a connection to the lobby; null: there is no lobby. */
  readonly onLobby: Desk | null;
  /** Takes over a connection that asks for the newest room; left out: nobody answers. */
  readonly onCurrent?: Desk;
  readonly limits?: Partial<ServerLimits>;
  /** Hears of errors that are bugs. The server goes on. */
  readonly report: (error: unknown) => void;
}

export interface SignalingStats extends RelayStats {
  readonly lobby: number;
}

export interface SignalingServer {
  readonly port: number;
  /** Replaces the topics that are relayed. */
  readonly setTopics: (topics: Iterable<string>) => void;
  readonly stats: () => SignalingStats;
  /** Cuts every connection; resolves when nothing listens any more. */
  readonly stop: () => Promise<void>;
}

const statusTexts = { 403: "Forbidden", 404: "Not Found", 500: "Internal Server Error" } as const;

const turnAway = (socket: Duplex, status: keyof typeof statusTexts) => {
  socket.end(`HTTP/1.1 ${status} ${statusTexts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.once("finish", () => socket.destroy());
};

const webSockets = (maxPayload: number): WebSocketServer => {
  const options = { noServer: true, maxPayload, perMessageDeflate: false, closeTimeout: 1000 };
  return new WebSocketServer(options);
};

/** Without a listener, one invalid frame would be an uncaught exception; ws closes the connection by itself. */
const surviveErrors = (socket: WebSocket) => socket.on("error", () => socket.terminate());

const pathOf = (request: IncomingMessage): string => (request.url ?? "").split("?", 1)[0] ?? "";

/**
 * /signal is for windows of the app, which name their origin; the desks are for the app's main process, which names
 * none. A web page in a browser on the same network always names another one and gets neither.
 */
const mayEnter = (request: IncomingMessage, origins: readonly string[]): boolean => {
  const origin = request.headers.origin;
  return pathOf(request) === signalPath
    ? origin !== undefined && origins.includes(origin)
    : origin === undefined;
};

/**
 * Starts the server through which laptops find each other: y-webrtc's signaling on /signal, the lobby on /lobby, the way
 * to a loop's newest room on /current.
 * No message, connection or error of the network can throw out of it.
 */
export const startSignalingServer = async (
  options: SignalingOptions,
): Promise<Result<SignalingServer, ListenFailure>> => {
  const limits = { ...defaultServerLimits, ...options.limits };
  const relay = signalRelay(limits, () => performance.now(), options.report);
  relay.setTopics(options.knownTopics);
  const signal = webSockets(limits.maxSignalBytes);
  const lobby = webSockets(limits.maxLobbyBytes);
  const desks = new Map<string, Desk>();
  if (options.onLobby !== null) desks.set(lobbyPath, options.onLobby);
  if (options.onCurrent !== undefined) desks.set(currentPath, options.onCurrent);

  const admitSocket = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = pathOf(request);
    const desk = desks.get(path);
    if (path !== signalPath && desk === undefined) return turnAway(socket, 404);
    if (!mayEnter(request, options.origins)) return turnAway(socket, 403);
    const address = request.socket.remoteAddress ?? "";
    (desk === undefined ? signal : lobby).handleUpgrade(request, socket, head, (opened) => {
      surviveErrors(opened);
      if (desk === undefined) relay.accept(opened);
      else desk(opened, address);
    });
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    try {
      admitSocket(request, socket, head);
    } catch (error) {
      options.report(error);
      socket.destroy();
    }
  };

  const { port, ports, hosts } = options;
  const onConnection = connectionLimit(limits);
  const listening = await listen({
    port,
    ports,
    hosts,
    upgradeMs: limits.upgradeMs,
    onConnection,
    onUpgrade,
  });
  if (!listening.ok) return listening;
  const stopSignalHeart = heartbeat(() => signal.clients, limits.heartbeatMs);
  const stopLobbyHeart = heartbeat(() => lobby.clients, limits.heartbeatMs);
  return ok({
    port: listening.value.port,
    setTopics: relay.setTopics,
    stats: () => ({ ...relay.stats(), lobby: lobby.clients.size }),
    stop: async () => {
      stopSignalHeart();
      stopLobbyHeart();
      const closed = listening.value.close();
      for (const socket of [...signal.clients, ...lobby.clients]) socket.terminate();
      await closed;
    },
  });
};
