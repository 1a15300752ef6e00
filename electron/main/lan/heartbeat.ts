import type { WebSocket } from "ws";

/**
 * Pings every socket each `everyMs` and cuts those that did not answer the ping before: a laptop that went to sleep
 * or lost its network says no goodbye. Returns its undo.
 */
export const heartbeat = (sockets: () => Iterable<WebSocket>, everyMs: number): (() => void) => {
  const waitingFor = new WeakSet<WebSocket>();
  const answered = new WeakSet<WebSocket>();
  const watch = (socket: WebSocket) => {
    if (answered.has(socket)) return;
    answered.add(socket);
    socket.on("pong", () => waitingFor.delete(socket));
  };
  const beat = () => {
    for (const socket of sockets()) {
      watch(socket);
      if (waitingFor.has(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        waitingFor.add(socket);
        socket.ping();
      }
    }
  };
  const timer = setInterval(beat, everyMs);
  return () => clearInterval(timer);
};
