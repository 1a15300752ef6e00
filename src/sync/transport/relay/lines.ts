import type { RelayMessage } from "./relay-messages";
import { decodeRelayMessage, encodeRelayMessage, serverWordSchema } from "./relay-messages";

/** As much of a connection to a signaling server as the relay needs. */
export interface RelayServer {
  readonly url: string;
  readonly connected: boolean;
  readonly send: (message: unknown) => void;
  readonly on: (event: "message" | "disconnect", listener: (message: unknown) => void) => unknown;
  readonly off: (event: "message" | "disconnect", listener: (message: unknown) => void) => void;
}

export interface LineEnds {
  readonly hear: (url: string, from: string, message: RelayMessage) => void;
  /** The server, or one laptop at it, cannot be reached any more. */
  readonly onGone: (url: string, other: string | null) => void;
}

/** What is said to single laptops through the servers that happen to be connected. */
export interface Lines {
  /** Notices servers that came and says at each by which name this laptop is reached. */
  readonly look: () => void;
  readonly say: (url: string, to: string, message: RelayMessage) => void;
  readonly sayEverywhere: (to: string, message: RelayMessage) => void;
  readonly close: () => void;
}

interface LineOptions {
  readonly name: string;
  readonly topic: string;
  readonly servers: () => readonly RelayServer[];
}

export const newLines = ({ name, topic, servers }: LineOptions, { hear, onGone }: LineEnds): Lines => {
  const undos = new Map<RelayServer, () => void>();

  const listen = (server: RelayServer): void => {
    if (undos.has(server)) return;
    const onMessage = (given: unknown): void => {
      const word = serverWordSchema.safeParse(given);
      if (!word.success || word.data.topic !== topic) return;
      if (word.data.type === "notHere") {
        onGone(server.url, word.data.to);
        return;
      }
      const message = decodeRelayMessage(word.data.data);
      if (message !== null) hear(server.url, word.data.from, message);
    };
    const onDisconnect = (): void => onGone(server.url, null);
    server.on("message", onMessage);
    server.on("disconnect", onDisconnect);
    undos.set(server, () => {
      server.off("message", onMessage);
      server.off("disconnect", onDisconnect);
    });
  };
  const connected = (): readonly RelayServer[] => servers().filter((server) => server.connected);
  /** The members stand in this order, by which the server tells a piece of a frame from signaling. */
  const pass = (server: RelayServer, to: string, message: RelayMessage): void =>
    server.send({ type: "pass", topic, to, data: encodeRelayMessage(message) });
  return {
    look: () => {
      for (const [server, undo] of undos) {
        if (servers().includes(server)) continue;
        undo();
        undos.delete(server);
        onGone(server.url, null);
      }
      for (const server of servers()) listen(server);
      // Said again at each look: a server that was away or still knew an older connection has it then.
      for (const server of connected()) server.send({ type: "here", topic, name });
    },
    say: (url, to, message) => {
      const server = connected().find((each) => each.url === url);
      if (server === undefined) onGone(url, null);
      else pass(server, to, message);
    },
    sayEverywhere: (to, message) => {
      for (const server of connected()) pass(server, to, message);
    },
    close: () => {
      for (const undo of undos.values()) undo();
      undos.clear();
    },
  };
};
