import type { SignalingConn } from "y-webrtc";
import { isServerWord } from "./server-words";

/** As much of a signaling connection as guarding it needs. */
export type Guarded = Pick<SignalingConn, "ws" | "on" | "emit">;

/** What a guarded connection emits for each message of its server that none of this program would say. */
export const garbled = "garbled";
/** What it emits once so many came that nothing more is read from the socket. */
export const silenced = "silenced";

/** After so many a socket is no longer listened to. The pulse misses its signs of life and makes another, so it may begin anew. */
export const mostGarbled = 20;

const guardSocket = (server: Guarded, socket: WebSocket): void => {
  const take = socket.onmessage;
  let refused = 0;
  socket.onmessage = (event) => {
    if (refused >= mostGarbled) return;
    if (isServerWord(event.data)) {
      take?.call(socket, event);
      return;
    }
    refused += 1;
    server.emit(garbled, []);
    if (refused === mostGarbled) server.emit(silenced, []);
  };
};

/**
 * lib0 parses every text of a server inside the socket's own listener, where what it throws is nobody's to catch. From
 * here on such a text, JSON that is no message of a server, and bytes, which no server of a loop sends, only make the
 * connection emit `garbled`.
 */
export const guardTexts = (server: Guarded): void => {
  const guarded = new WeakSet<WebSocket>();
  const guard = (): void => {
    if (server.ws === null || guarded.has(server.ws)) return;
    guarded.add(server.ws);
    guardSocket(server, server.ws);
  };
  guard();
  // Each attempt makes another socket, and none hears anything before it is connected.
  server.on("connect", guard);
};
