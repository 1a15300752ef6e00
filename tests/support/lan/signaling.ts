import {
  type SignalingOptions,
  type SignalingServer,
  startSignalingServer,
} from "../../../electron/main/lan/signaling-server";
import { unwrap } from "../../../src/domain/result";
import { appOrigin, type WireClient, wireClient } from "./wire-client";

export interface TestServer {
  readonly server: SignalingServer;
  /** Errors the server called bugs; stays empty in a correct program. */
  readonly bugs: unknown[];
  readonly url: string;
}

/** A server on a free port of the loopback interface. */
export const aServer = async (
  limits: SignalingOptions["limits"] = {},
  over: Partial<SignalingOptions> = {},
): Promise<TestServer> => {
  const bugs: unknown[] = [];
  const started = await startSignalingServer({
    port: 0,
    ports: 1,
    hosts: ["127.0.0.1"],
    knownTopics: ["room", "other"],
    origins: [appOrigin],
    onLobby: null,
    limits,
    report: (error) => bugs.push(error),
    ...over,
  });
  const server = unwrap(started);
  return { server, bugs, url: `ws://127.0.0.1:${server.port}/signal` };
};

const pongs = (client: WireClient): number =>
  client.received.filter((message) => JSON.stringify(message) === '{"type":"pong"}').length;

/** Subscribes and waits until the server has taken it in. */
export const enterRoom = async (client: WireClient, ...topics: readonly string[]): Promise<void> => {
  const before = pongs(client);
  client.say({ type: "subscribe", topics });
  client.say({ type: "ping" });
  await client.until(() => pongs(client) > before);
};

/** Two windows of the app in the room, and proof that one hears the other. */
export const aPair = async (url: string): Promise<readonly [WireClient, WireClient]> => {
  const pair = [await wireClient(url), await wireClient(url)] as const;
  for (const client of pair) await enterRoom(client, "room");
  return pair;
};

let exchanges = 0;

/** Resolves when `to` has heard what `from` published just now. */
export const exchange = async (from: WireClient, to: WireClient, topic = "room"): Promise<unknown> => {
  exchanges += 1;
  const data = `sealed ${exchanges}`;
  from.say({ type: "publish", topic, data });
  return to.until(
    (message) =>
      typeof message === "object" && message !== null && "data" in message && message.data === data,
  );
};
