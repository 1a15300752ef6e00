import { connect, type Socket } from "node:net";
import { WebSocket } from "ws";

/** The origin of the app's windows. */
export const appOrigin = "app://panelbook";

/** A socket whose messages and end can be waited for. */
export interface WireClient {
  readonly socket: WebSocket;
  readonly received: readonly unknown[];
  readonly say: (message: unknown) => void;
  /** The first received message that fits, now or later. Rejects when the socket closes before. */
  readonly until: (fits: (message: unknown) => boolean) => Promise<unknown>;
  /** The close code. */
  readonly closed: Promise<number>;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Kept as it came: some tests send what is not JSON.
    return text;
  }
};

/** Connects, or rejects with the HTTP status or the error code. */
export const wireClient = (url: string, origin: string | null = appOrigin): Promise<WireClient> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { ...(origin === null ? {} : { origin }), perMessageDeflate: false });
    const received: unknown[] = [];
    const waiting = new Set<() => void>();
    const wake = () => {
      for (const check of [...waiting]) check();
    };
    const closed = new Promise<number>((settle) => {
      socket.once("close", (code) => {
        settle(code);
        wake();
      });
    });
    socket.on("error", reject);
    socket.on("message", (data) => {
      received.push(parse(data.toString()));
      wake();
    });
    const until: WireClient["until"] = (fits) =>
      new Promise((settle, fail) => {
        const check = () => {
          const found = received.find(fits);
          if (found === undefined && socket.readyState !== WebSocket.CLOSED) return;
          waiting.delete(check);
          if (found === undefined) fail(new Error("closed before the message came"));
          else settle(found);
        };
        waiting.add(check);
        check();
      });
    const say = (message: unknown) =>
      socket.send(
        typeof message === "string" || message instanceof Uint8Array ? message : JSON.stringify(message),
      );
    socket.once("open", () => resolve({ socket, received, say, until, closed }));
  });

/** Resolves once `holds` is true; for what has no event. */
export const eventually = async (holds: () => boolean): Promise<void> => {
  const giveUp = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > giveUp) throw new Error("the condition never came true");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** A bare TCP connection, opened. */
export const rawSocket = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });

/** True where something takes a TCP connection. */
export const isListening = (port: number, host = "127.0.0.1"): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
