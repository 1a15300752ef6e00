import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An empty page on an address of this machine, where a window has a disk and a cipher of its own. */
export interface BlankOrigin {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export const openBlankOrigin = (): Promise<BlankOrigin> =>
  new Promise((resolve, reject) => {
    const server = createServer((_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><meta charset=utf-8><title>bench</title>");
    });
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${port}/`, close });
    });
  });
