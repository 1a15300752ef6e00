import { createServer, type Server } from "node:net";

const listen = (host: string, port: number): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(null));
    server.listen({ host, port, exclusive: true, ipv6Only: host.includes(":") }, () => resolve(server));
  });

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/**
 * Takes every one of these ports, so that no other program gets one; a port that somebody has already is taken too.
 * @returns the undo
 */
export const takePorts = async (ports: readonly number[]): Promise<() => Promise<void>> => {
  const tries = ports.flatMap((port) => [listen("0.0.0.0", port), listen("::", port)]);
  const servers = (await Promise.all(tries)).filter((server) => server !== null);
  return async () => {
    await Promise.all(servers.map(close));
  };
};

const listenAnywhere = async (): Promise<{ readonly server: Server; readonly port: number }> => {
  const server = await listen("127.0.0.1", 0);
  const address = server?.address();
  if (server === null || address === null || typeof address !== "object") throw new Error("no free port");
  return { server, port: address.port };
};

/** A port of this machine at which nothing listens. */
export const closedPort = async (): Promise<number> => {
  const { server, port } = await listenAnywhere();
  await close(server);
  return port;
};
