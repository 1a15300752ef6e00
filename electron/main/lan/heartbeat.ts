import type { WebSocket } from "ws";

/** Into how many beats a round is divided: thousands of pings at once would keep everybody's messages waiting. */
const beatsPerRound = 10;

/**
 * Pings every socket each `everyMs`, a part of them at a time, and cuts those that did not answer the ping before: a
 * laptop that went to sleep or lost its network says no goodbye. Returns its undo.
 */
export const heartbeat = (sockets: () => Iterable<WebSocket>, everyMs: number): (() => void) => {
  const waitingFor = new WeakSet<WebSocket>();
  const beatOf = new WeakMap<WebSocket, number>();
  let seen = 0;
  let now = 0;

  /** In which of the round's beats this socket is asked; every socket keeps its own. */
  const turnOf = (socket: WebSocket): number => {
    const known = beatOf.get(socket);
    if (known !== undefined) return known;
    const turn = seen % beatsPerRound;
    seen += 1;
    beatOf.set(socket, turn);
    socket.on("pong", () => waitingFor.delete(socket));
    return turn;
  };
  const ask = (socket: WebSocket): void => {
    if (waitingFor.has(socket)) socket.terminate();
    else if (socket.readyState === socket.OPEN) {
      waitingFor.add(socket);
      socket.ping();
    }
  };
  const beat = (): void => {
    now = (now + 1) % beatsPerRound;
    for (const socket of sockets()) if (turnOf(socket) === now) ask(socket);
  };
  const timer = setInterval(beat, everyMs / beatsPerRound);
  return () => clearInterval(timer);
};
