import { once } from "node:events";
import { createServer } from "node:http";
import { WebSocket, WebSocketServer } from "ws";

/** Somebody on the network between a joiner and a host who reads every message and passes it on. */
export interface WireTap {
  readonly port: number;
  readonly heard: readonly string[];
  readonly stop: () => Promise<void>;
}

/** @param target the host's lobby, "ws://127.0.0.1:47111/lobby" */
export const wireTap = async (target: string): Promise<WireTap> => {
  const heard: string[] = [];
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  server.on("connection", (joiner) => {
    const host = new WebSocket(target);
    const queue: string[] = [];
    host.once("open", () => {
      for (const text of queue.splice(0)) host.send(text);
    });
    joiner.on("message", (data) => {
      heard.push(data.toString());
      if (host.readyState === WebSocket.OPEN) host.send(data.toString());
      else queue.push(data.toString());
    });
    host.on("message", (data) => {
      heard.push(data.toString());
      joiner.send(data.toString());
    });
    host.on("close", () => joiner.close());
    joiner.on("close", () => host.close());
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("the tap has no port");
  return {
    port: address.port,
    heard,
    stop: async () => {
      for (const client of server.clients) client.terminate();
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
};
