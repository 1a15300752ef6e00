import { frameOverhead } from "../../gate/frame";
import { defaultGateLimits } from "../../gate/limits";
import { chunkJoiner } from "../webrtc/chunks";
import { newOutbox } from "../webrtc/outbox";
import type { RelayMessage } from "./relay-messages";

/** Chunks on their way that the other side has not confirmed: what the host's laptop may have to hold for it. */
export const relayWindow = 256 * 1024;
const slice = 48 * 1024;
/** The other side is told what came after so many bytes, and at each look. */
const confirmEvery = 64 * 1024;
const maxWaiting = 64 * 1024 * 1024;

export interface RelayChannelEnds {
  readonly say: (message: RelayMessage) => void;
  readonly onFrame: (frame: Uint8Array) => void;
  /** The other side breaks the rules or does not read. */
  readonly onFault: () => void;
}

/** One end of a session through a server: frames in pieces, in order, and no more under way than the window allows. */
export interface RelayChannel {
  readonly put: (frame: Uint8Array) => void;
  readonly hear: (message: RelayMessage) => void;
  /** Confirms what was not confirmed yet. */
  readonly confirm: () => void;
}

export const newRelayChannel = (
  session: number,
  { say, onFrame, onFault }: RelayChannelEnds,
): RelayChannel => {
  let sent = 0;
  let taken = 0;
  let received = 0;
  let confirmed = 0;
  const joiner = chunkJoiner(defaultGateLimits.messageBytes + frameOverhead);
  const channel = {
    readyState: "open",
    get bufferedAmount() {
      return sent - taken;
    },
    send: (chunk: Uint8Array<ArrayBuffer>) => {
      sent += chunk.length;
      say({ kind: "chunk", session, chunk });
    },
  };
  const outbox = newOutbox(() => channel, { maxBuffered: relayWindow, maxWaiting, slice });
  const confirm = (): void => {
    if (received === confirmed) return;
    confirmed = received;
    say({ kind: "taken", session, bytes: received });
  };
  const take = (chunk: Uint8Array): void => {
    received += chunk.length;
    const joined = joiner.add(chunk);
    if (joined.state === "refused") onFault();
    if (joined.state === "whole") onFrame(joined.frame);
    if (received - confirmed >= confirmEvery) confirm();
  };
  return {
    put: (frame) => {
      if (!outbox.put(frame)) onFault();
    },
    hear: (message) => {
      if (message.kind === "chunk") take(message.chunk);
      if (message.kind !== "taken") return;
      if (message.bytes > sent || message.bytes < taken) onFault();
      else taken = message.bytes;
      outbox.pump();
    },
    confirm,
  };
};
