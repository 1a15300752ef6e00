/// <reference path="./simple-peer.d.ts" />
// The extension is left out on purpose: the bundler replaces the exact specifier with it by this very file.
import SimplePeer from "simple-peer/simplepeer.min";
import type { DeviceId } from "../../../domain/ids";
import { frameOverhead } from "../../gate/frame";
import type { Link, OpenLink } from "../../gate/link";
import { chunkJoiner } from "./chunks";
import { newOutbox } from "./outbox";

const maxHeard = 256;

/** What y-webrtc hands to each peer: `openLink` and `maxMessageBytes` come from its `peerOpts`. */
export interface ChunkingPeerOptions {
  readonly initiator: boolean;
  readonly openLink: OpenLink;
  readonly maxMessageBytes: number;
  /** A second offer came on a connection: the other side lost its end of it and wants another connection. */
  readonly onSecondOffer: (peer: object, offer: object) => void;
  /** Settings of the RTCPeerConnection. */
  readonly config: RTCConfiguration;
}

/**
 * Both sides make the same channel. Otherwise each side that is made to offer makes its own, also one that is then told to
 * wait for the other's offer (see `Introductions`): it would send on its own and hear nothing on the other's.
 */
const channelConfig = { negotiated: true, id: 0 };

/**
 * The peer y-webrtc is given instead of the stock one. What y-webrtc sends passes the gate, is sealed, cut into
 * chunks and held back while the channel is full; what arrives is joined, opened, checked, and only then handed on.
 * All laptops of a loop run it: the stock peer understands none of this.
 */
class ChunkingPeer extends SimplePeer {
  /** Looks of the connection's watch since something came; see `WatchedConnection`. */
  quietFor = 0;
  /** Who speaks on this connection, by the frames that came; null before. */
  deviceId: DeviceId | null = null;
  readonly #link: Link;
  readonly #joiner;
  readonly #outbox;
  readonly #onSecondOffer;
  /** A few descriptions and candidates of some kilobytes; more than a machine with many networks makes is somebody's noise. */
  readonly #heard = new Set<string>();
  #offered = false;

  constructor(options: ChunkingPeerOptions) {
    super({ ...options, channelConfig });
    this.#joiner = chunkJoiner(options.maxMessageBytes + frameOverhead);
    this.#outbox = newOutbox(() => this._channel);
    this.#onSecondOffer = options.onSecondOffer;
    this.#link = options.openLink({
      sendFrame: (frame) => this.#sendFrame(frame),
      deliver: (message) => {
        if (!this.destroyed) this.emit("data", message);
      },
      onDevice: (deviceId) => {
        this.deviceId = deviceId;
      },
    });
    // y-webrtc listens after this and greets on the same event.
    this.on("connect", () => this.#link.opened());
    this.on("close", () => this.#link.close());
  }

  /** Called by y-webrtc with one of its messages. */
  override send(message: Uint8Array): void {
    this.#link.send(message);
  }

  /** Called by y-webrtc with what the other side's peer says through a server, also after this one was given up. */
  override signal(description: { readonly type?: string }): void {
    if (this.destroyed || this.#hasHeard(description)) return;
    const isOffer = description.type === "offer";
    if (isOffer && this.#offered) this.#onSecondOffer(this, description);
    else super.signal(description);
    this.#offered ||= isOffer;
  }

  /**
   * Two laptops that hear each other through several servers, or through one at several addresses, are told everything
   * as often. An answer taken twice would end the connection, an offer taken twice would begin another.
   */
  #hasHeard(description: object): boolean {
    const words = JSON.stringify(description);
    if (this.#heard.has(words) || this.#heard.size >= maxHeard) return true;
    this.#heard.add(words);
    return false;
  }

  #sendFrame(frame: Uint8Array): void {
    if (this.destroyed || this.#outbox.put(frame)) return;
    // Whoever does not read loses the connection and syncs from the start when it comes back.
    this.destroy(new Error("the peer does not read"));
  }

  protected override _onChannelMessage({ data }: { readonly data: unknown }): void {
    if (this.destroyed) return;
    this.quietFor = 0;
    const joined =
      data instanceof ArrayBuffer
        ? this.#joiner.add(new Uint8Array(data))
        : ({ state: "refused", reason: "notAChunk" } as const);
    // The other side may be connected a little earlier; what it asks first has to be answered too.
    this.#link.opened();
    if (joined.state === "whole") this.#link.receive(joined.frame);
    if (joined.state === "refused") this.destroy(new Error(`chunk refused: ${joined.reason}`));
  }

  protected override _onChannelBufferedAmountLow(): void {
    super._onChannelBufferedAmountLow();
    if (!this.destroyed) this.#outbox.pump();
  }
}

// biome-ignore lint/style/noDefaultExport: y-webrtc imports its peer as a default export.
export default ChunkingPeer;
