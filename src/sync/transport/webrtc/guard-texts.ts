import type { SignalingConn } from "y-webrtc";

/** As much of a signaling connection as guarding it needs. */
export type Guarded = Pick<SignalingConn, "ws" | "on" | "emit">;

/** What a guarded connection emits for each message of its server that is no JSON text. */
export const garbled = "garbled";

const isJsonText = (data: unknown): boolean => {
  if (typeof data !== "string") return false;
  try {
    JSON.parse(data);
    return true;
  } catch {
    // That it does not parse is the answer.
    return false;
  }
};

const guardSocket = (server: Guarded, socket: WebSocket): void => {
  const take = socket.onmessage;
  socket.onmessage = (event) => {
    if (isJsonText(event.data)) take?.call(socket, event);
    else server.emit(garbled, []);
  };
};

/**
 * lib0 parses every text of a server inside the socket's own listener, where what it throws is nobody's to catch. From
 * here on such a text, and bytes, which no server of a loop sends, only make the connection emit `garbled`.
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
