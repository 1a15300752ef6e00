import { connect, createServer } from "node:net";

/** A door on this machine to one port of a host's own loopback. */
export interface WayIn {
  readonly port: number;
  readonly close: () => void;
}

/** Listens here and leads every connection through the host's guard to the port inside. */
export const openWayIn = (socketPath: string, inside: number): Promise<WayIn> =>
  new Promise((done, fail) => {
    const server = createServer((outer) => {
      const inner = connect(socketPath);
      inner.write(`${inside}\n`);
      inner.pipe(outer).pipe(inner);
      inner.on("error", () => outer.destroy());
      outer.on("error", () => inner.destroy());
    });
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") return fail(new Error("no port was given"));
      done({ port: address.port, close: () => void server.close() });
    });
  });
