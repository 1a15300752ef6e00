import type * as Y from "yjs";
import type { DeviceId } from "../../domain/ids";
import type { Live } from "../../domain/live";
import type { OpenLink } from "../gate/link";
import type { GateReport } from "../gate/refusal";

/** Another laptop, as far as this one can tell. */
export interface TransportPeer {
  /** Null until the connection has shown who speaks on it. */
  readonly deviceId: DeviceId | null;
  /**
   * `relayed`: its frames come through the server at `via`; `indirect`: heard of through others, without a connection of
   * its own.
   */
  readonly link: "direct" | "relayed" | "connecting" | "indirect";
  /** The signaling server through which a relayed laptop is reached; left out for every other. */
  readonly via?: string;
}

/** True where frames go to this laptop and come from it, whichever way. */
export const isReached = ({ link }: TransportPeer): boolean => link === "direct" || link === "relayed";

/** What a transport works on while it is connected. */
export interface TransportSession {
  readonly doc: Y.Doc;
  readonly deviceId: DeviceId;
  /** Makes the gate's end of every connection; nothing reaches the document past it. */
  readonly openLink: OpenLink;
  /** What the transport itself refused of what was said before anybody was connected. */
  readonly onRefused?: (report: GateReport) => void;
}

/**
 * A way for laptops to keep one document in step. It finds peers and moves sealed frames; what is in them is the
 * gate's business. It may lose, delay and repeat frames. One document at a time.
 */
export interface Transport {
  readonly peers: Live<readonly TransportPeer[]>;
  /** Whether whoever introduces the laptops to each other can be reached. */
  readonly serverReached: Live<boolean>;
  /** Looks for peers until `disconnect`; connecting twice is a bug and throws. */
  readonly connect: (session: TransportSession) => void;
  /** The network changed or the machine woke up: whatever may be dead is asked or made anew at once. */
  readonly hurry: () => void;
  /** Leaves every peer and lets go of the document; resolves when another connect is allowed. */
  readonly disconnect: () => Promise<void>;
}
