import { WebSocket } from "ws";
import { addressText, type LanAddress } from "../../../src/domain/loop/lan-address";
import { err, ok, type Result } from "../../../src/domain/result";
import { lobbyPath } from "./signaling-server";

/** The joiner's end of a conversation: texts are taken one at a time. */
export interface LobbyLine {
  readonly send: (text: string) => void;
  /** The next text, or null when the line closed or `withinMs` passed. */
  readonly next: (withinMs: number) => Promise<string | null>;
  readonly isOpen: () => boolean;
  readonly cut: () => void;
}

export interface LineLimits {
  readonly connectMs: number;
  /** A host that sends no heartbeat for this long is taken for gone. */
  readonly silenceMs: number;
}

const maxQueued = 16;

const asLine = (socket: WebSocket, limits: LineLimits): LobbyLine => {
  const queue: string[] = [];
  let wake: (() => void) | null = null;
  const cut = () => socket.terminate();
  let silence = setTimeout(cut, limits.silenceMs);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(cut, limits.silenceMs);
  };
  socket.on("ping", heard);
  socket.on("message", (data, isBinary) => {
    heard();
    if (isBinary || queue.length >= maxQueued) return cut();
    queue.push(data.toString());
    wake?.();
  });
  socket.once("close", () => {
    clearTimeout(silence);
    wake?.();
  });
  const isOpen = () => socket.readyState === socket.OPEN;
  const next = (withinMs: number) =>
    new Promise<string | null>((resolve) => {
      // One reader at a time: whoever still waits for a text is told that there is none.
      wake?.();
      const finish = () => {
        clearTimeout(timer);
        wake = null;
        resolve(queue.shift() ?? null);
      };
      const timer = setTimeout(finish, withinMs);
      if (queue.length > 0 || !isOpen()) finish();
      else wake = finish;
    });
  return { send: (text) => isOpen() && socket.send(text), next, isOpen, cut };
};

/** Something answers there, but it is no lobby of ours. */
const isAnswer = (error: Error): boolean =>
  /^(Unexpected server response|Invalid|Parse Error)/.test(error.message);

/** Where a line leads, and how many bytes one answer may have. */
export interface LineEnd {
  readonly path: string;
  readonly maxPayload: number;
}

/** Opens a line to the lobby of a host, or to another of its desks. */
export const openLine = (
  address: LanAddress,
  limits: LineLimits,
  signal: AbortSignal,
  { path, maxPayload }: LineEnd = { path: lobbyPath, maxPayload: 16 * 1024 },
): Promise<Result<LobbyLine, { readonly type: "unreachable" | "notPanelbook" }>> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://${addressText(address)}${path}`, {
      handshakeTimeout: limits.connectMs,
      maxPayload,
      perMessageDeflate: false,
    });
    const abort = () => socket.terminate();
    signal.addEventListener("abort", abort, { once: true });
    socket.once("close", () => signal.removeEventListener("abort", abort));
    // Stays for the life of the socket: a later error ends in "close", which the line reports.
    socket.on("error", (error) => {
      resolve(err({ type: isAnswer(error) ? "notPanelbook" : "unreachable" }));
    });
    socket.once("open", () => resolve(ok(asLine(socket, limits))));
    if (signal.aborted) abort();
  });
