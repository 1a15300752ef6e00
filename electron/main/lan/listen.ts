import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { err, ok, type Result } from "../../../src/domain/result";

export interface ListenOptions {
  /** The first port to try; 0 takes any free one. */
  readonly port: number;
  /** How many ports in a row are tried. */
  readonly ports: number;
  /** Addresses to listen on. IPv6 ones are left out silently where the machine has no IPv6. */
  readonly hosts: readonly string[];
  /** A connection that has not sent its whole request by then is closed, in milliseconds. */
  readonly upgradeMs: number;
  readonly onConnection: (socket: Socket) => boolean;
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export type ListenFailure =
  /** Every port from `port` to `last` is in use by another program. */
  | { readonly type: "portTaken"; readonly port: number; readonly last: number }
  | { readonly type: "listenFailed"; readonly code: string };

export interface Listening {
  readonly port: number;
  /** Resolves when nothing listens any more and no connection waits for its upgrade. */
  readonly close: () => Promise<void>;
}

const makeServer = (options: ListenOptions): Server => {
  const server = createServer({
    headersTimeout: options.upgradeMs,
    requestTimeout: options.upgradeMs,
    connectionsCheckingInterval: Math.max(50, options.upgradeMs / 4),
    keepAliveTimeout: 1000,
    maxHeaderSize: 8192,
  });
  server.on("request", (_request, response) => {
    response.writeHead(426, { "Content-Type": "text/plain", Connection: "close", Upgrade: "websocket" });
    response.end("Panelbook answers laptops, not browsers.\n");
  });
  server.on("connection", (socket) => {
    // Without a listener, a connection reset by the other side would end the whole program.
    socket.on("error", () => socket.destroy());
    options.onConnection(socket);
  });
  server.on("clientError", (_error, socket) => socket.destroy());
  server.on("upgrade", options.onUpgrade);
  return server;
};

/** The error code, or null once it listens. */
const tryListen = (server: Server, host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ host, port, exclusive: true, ipv6Only: host.includes(":") }, () => resolve(null));
  });

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};

const noSuchFamily = new Set(["EAFNOSUPPORT", "EADDRNOTAVAIL"]);
const inUse = new Set(["EADDRINUSE", "EACCES"]);

/** Listens on every host at one port, or on none. */
const listenAll = async (
  options: ListenOptions,
  first: number,
): Promise<Result<Server[], { type: string }>> => {
  const servers: Server[] = [];
  let port = first;
  for (const host of options.hosts) {
    const server = makeServer(options);
    const code = await tryListen(server, host, port);
    if (code !== null && host.includes(":") && noSuchFamily.has(code)) continue;
    if (code !== null) {
      await Promise.all(servers.map(closeServer));
      return err({ type: code });
    }
    // From now on an error of the listener itself is a closed door, not a closed program.
    server.on("error", () => closeServer(server));
    servers.push(server);
    port = portOf(server);
  }
  return ok(servers);
};

const asListening = (servers: readonly Server[]): Listening => ({
  port: servers[0] === undefined ? 0 : portOf(servers[0]),
  close: async () => {
    await Promise.all(servers.map(closeServer));
  },
});

/** Opens the fixed port or, where another program has it, one of those that follow. */
export const listen = async (options: ListenOptions): Promise<Result<Listening, ListenFailure>> => {
  const last = Math.min(65535, options.port + (options.port === 0 ? 0 : options.ports - 1));
  for (let port = options.port; port <= last; port += 1) {
    const tried = await listenAll(options, port);
    if (tried.ok && tried.value.length === 0) return err({ type: "listenFailed", code: "EADDRNOTAVAIL" });
    if (tried.ok) return ok(asListening(tried.value));
    if (!inUse.has(tried.error.type)) return err({ type: "listenFailed", code: tried.error.type });
  }
  return err({ type: "portTaken", port: options.port, last });
};
