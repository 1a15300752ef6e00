/**
 * As much of WebRTC as simple-peer needs to connect two peers of one process. The channel behaves as Chromium's was
 * measured to: a message over 256 KiB closes it without an error, and it drains a little at a time.
 */
const maxMessage = 256 * 1024;
const drainedAtOnce = 4;

type Handler<Event> = ((event: Event) => void) | null;

class FakeChannel {
  binaryType = "blob";
  bufferedAmountLowThreshold = 0;
  bufferedAmount = 0;
  readyState = "connecting";
  highest = 0;
  onmessage: Handler<{ data: ArrayBuffer }> = null;
  onbufferedamountlow: (() => void) | null = null;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: Handler<unknown> = null;
  other: FakeChannel | null = null;
  readonly #waiting: ArrayBuffer[] = [];
  constructor(readonly label: string) {}

  open(): void {
    this.readyState = "open";
    this.onopen?.();
  }

  send(bytes: Uint8Array): void {
    if (bytes.length > maxMessage) {
      this.close();
      return;
    }
    this.bufferedAmount += bytes.length;
    this.highest = Math.max(this.highest, this.bufferedAmount);
    this.#waiting.push(new Uint8Array(bytes).buffer);
    if (this.#waiting.length === 1) setImmediate(() => this.#drain());
  }

  #drain(): void {
    const wasHigh = this.bufferedAmount > this.bufferedAmountLowThreshold;
    for (const data of this.#waiting.splice(0, drainedAtOnce)) {
      this.bufferedAmount -= data.byteLength;
      if (this.readyState === "open") this.other?.onmessage?.({ data });
    }
    if (this.#waiting.length > 0) setImmediate(() => this.#drain());
    if (wasHigh && this.bufferedAmount <= this.bufferedAmountLowThreshold) this.onbufferedamountlow?.();
  }

  close(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    this.onclose?.();
    this.other?.close();
  }
}

interface Description {
  readonly type: string;
  readonly sdp: string;
}

/** A network of connections that find each other by a number in their descriptions. */
export const fakeWebrtc = () => {
  const connections: FakeConnection[] = [];

  class FakeConnection {
    iceConnectionState = "new";
    iceGatheringState = "complete";
    connectionState = "new";
    signalingState = "stable";
    localDescription: Description | null = null;
    remoteDescription: Description | null = null;
    oniceconnectionstatechange: (() => void) | null = null;
    ondatachannel: Handler<{ channel: FakeChannel }> = null;
    channel: FakeChannel | null = null;
    offered = false;
    readonly #name = String(connections.push(this) - 1);

    createDataChannel(label: string): FakeChannel {
      this.channel = new FakeChannel(label);
      return this.channel;
    }
    createOffer = async (): Promise<Description> => {
      this.offered = true;
      return { type: "offer", sdp: this.#name };
    };
    createAnswer = async (): Promise<Description> => ({ type: "answer", sdp: this.#name });
    setLocalDescription = async (description: Description): Promise<void> => {
      this.localDescription = description;
    };
    setRemoteDescription = async (description: Description): Promise<void> => {
      // As JSEP has it (RFC 9429, 5.6): an answer fits only an offer that has none yet.
      if (description.type === "answer" && this.remoteDescription !== null)
        throw new Error("Failed to set remote answer sdp: Called in wrong state: stable");
      this.remoteDescription = description;
      const other = connections[Number(description.sdp)];
      if (description.type === "answer" && other !== undefined) join(this, other);
    };
    addIceCandidate = async (): Promise<void> => undefined;
    getTransceivers = (): readonly never[] => [];
    getStats = async (): Promise<Map<string, object>> =>
      new Map([
        ["transport", { id: "transport", type: "transport", selectedCandidatePairId: "pair" }],
        ["pair", { id: "pair", type: "candidate-pair" }],
      ]);
    close(): void {
      this.channel?.close();
    }
    connected(): void {
      this.iceConnectionState = "connected";
      this.oniceconnectionstatechange?.();
      this.channel?.open();
    }
  }

  const join = (offerer: FakeConnection, answerer: FakeConnection): void => {
    // A negotiated channel is there already, and nobody is told of it.
    const negotiated = answerer.channel;
    const channel = negotiated ?? new FakeChannel(offerer.channel?.label ?? "");
    if (offerer.channel !== null) {
      channel.other = offerer.channel;
      offerer.channel.other = channel;
    }
    answerer.channel = channel;
    if (negotiated === null) answerer.ondatachannel?.({ channel });
    offerer.connected();
    answerer.connected();
  };
  class Described {
    constructor(given: object) {
      Object.assign(this, given);
    }
  }
  return {
    wrtc: {
      RTCPeerConnection: FakeConnection,
      RTCSessionDescription: Described,
      RTCIceCandidate: Described,
    },
    channels: () => connections.flatMap(({ channel }) => channel ?? []),
    /** Every end that offered is gone, and nobody on the other side is told. */
    loseOfferers: (): void => {
      for (const { offered, channel } of connections) {
        if (!offered || channel === null) continue;
        channel.other = null;
        channel.close();
      }
    },
  };
};
