import type { DeviceId } from "../../domain/ids";

/** Why bytes from a connection were not let in. The UI words it. */
export type GateReason =
  /** Larger than any message of a loop may be. */
  | "tooLarge"
  /** Not a frame of this protocol. */
  | "notAFrame"
  /** A frame of a newer protocol: this program has to be updated. */
  | "newerVersion"
  /** The transport key does not open it: a stranger, an earlier generation, or damage on the way. */
  | "doesNotOpen"
  /** A frame with its number came before. */
  | "replayed"
  /** This laptop's own frame came back. */
  | "reflected"
  /** The connection spoke for another device before. */
  | "otherDevice"
  /** It opens and is no message. */
  | "malformed"
  /** Said through a server with the loop's password, and nothing by which laptops meet. */
  | "badSignal"
  /** Said by a server, and no message of any server. */
  | "garbledSignal"
  /** A message of a newer program; ignored. */
  | "unknownMessage"
  | "tooManyStructs"
  /** It touches something that is no part of a loop's document. */
  | "foreignName"
  /** It holds a kind of content that a loop's document never has. */
  | "foreignContent"
  /** With it a debrief note would be longer than any panel writes. */
  | "noteTooLong"
  /** Something that comes before it is missing; asked for instead. */
  | "gap"
  /** Yjs does not take it. */
  | "notAnUpdate"
  /** So much was refused that the connection is no longer listened to. */
  | "muted"
  /** Not the peer's fault: something on this laptop failed while it took a message. */
  | "failedHere";

/** One refusal, for the log and the screen. Nothing of the refused bytes is in it. */
export interface GateReport {
  /** Who the connection speaks for, as far as it has shown; a claim of somebody who holds the transport key. */
  readonly deviceId: DeviceId | null;
  readonly reason: GateReason;
}

/** Reasons that happen between honest laptops: they do not count against the connection. */
const innocent: ReadonlySet<GateReason> = new Set([
  "gap",
  "replayed",
  "unknownMessage",
  "failedHere",
  "muted",
]);

export const countsAgainst = (reason: GateReason): boolean => !innocent.has(reason);
