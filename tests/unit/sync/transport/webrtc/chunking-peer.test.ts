import { describe, expect, it, vi } from "vitest";
import type { Link, LinkEnds } from "../../../../../src/sync/gate/link";
import ChunkingPeer from "../../../../../src/sync/transport/webrtc/chunking-peer";
import { fakeWebrtc } from "../../../../support/sync/fake-webrtc";

/** A link that seals nothing and lets everything in: what is tested is the peer around it. */
const openLink = (ends: LinkEnds) => {
  let isOpen = false;
  const link: Link = {
    opened: () => {
      isOpen = true;
    },
    send: (message) => {
      if (isOpen) ends.sendFrame(message);
    },
    receive: ends.deliver,
    close: () => {
      isOpen = false;
    },
    idle: async () => undefined,
    isBusy: () => false,
  };
  return link;
};

/**
 * `told` says how often each hears what the other says: once for each server both hear. With `bothOffer`, both
 * were made to offer, and the second was told in time to wait instead.
 */
const twoPeers = async (maxMessageBytes = 32 * 1024 * 1024, told = 1, bothOffer = false) => {
  const { wrtc, channels } = fakeWebrtc();
  const received: Uint8Array[][] = [[], []];
  const events: string[] = [];
  const peer = (index: number) => {
    const made = new ChunkingPeer({
      initiator: index === 0 || bothOffer,
      config: { iceServers: [] },
      maxMessageBytes,
      openLink,
      onSecondOffer: () => events.push(`second offer ${index}`),
      ...{ wrtc },
    });
    // As y-webrtc listens.
    made.on("data", (message) => received[index]?.push(message));
    made.on("connect", () => events.push(`connect ${index}`));
    made.on("close", () => events.push(`close ${index}`));
    made.on("error", (error) => events.push(`error ${index} ${error.message}`));
    return made;
  };
  const peers = [peer(0), peer(1)] as const;
  if (bothOffer) peers[1].initiator = false;
  const tell = (peer: ChunkingPeer, description: object): void => {
    for (let time = 0; time < told; time += 1) peer.signal(description);
  };
  peers[0].on("signal", (description) => tell(peers[1], description));
  peers[1].on("signal", (description) => tell(peers[0], description));
  await vi.waitFor(() => expect(events.sort()).toEqual(["connect 0", "connect 1"]));
  events.length = 0;
  return { peers, received, events, channels };
};

const patterned = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 13) % 253);
const same = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one?.length === other.length && one.every((value, at) => value === other[at]);

describe("the peer that cuts messages", () => {
  it("carries messages in both directions, in order", async () => {
    const { peers, received } = await twoPeers();
    for (const value of [1, 2, 3]) peers[0].send(Uint8Array.from([value]));
    peers[1].send(Uint8Array.from([9]));
    await vi.waitFor(() => expect(received.map((messages) => messages.length)).toEqual([1, 3]));
    expect(received.map((messages) => messages.map(([value]) => value))).toEqual([[9], [1, 2, 3]]);
  });

  it("carries a message that would close the channel, small ones behind it, and never fills the channel", async () => {
    const { peers, received, events, channels } = await twoPeers();
    const large = patterned(5 * 1024 * 1024);
    peers[0].send(large);
    peers[0].send(Uint8Array.from([7]));
    await vi.waitFor(() => expect(received[1]?.length).toBe(2), { timeout: 5_000 });
    expect(same(received[1]?.[0], large)).toBe(true);
    expect(received[1]?.[1]).toEqual(Uint8Array.from([7]));
    expect(events).toEqual([]);
    expect(Math.max(...channels().map(({ highest }) => highest))).toBeLessThan(1.1 * 1024 * 1024);
  });

  it("closes the connection when chunks do not fit, and hands nothing on", async () => {
    const { received, events, channels } = await twoPeers();
    channels()[0]?.send(Uint8Array.from([1, 2, 3]));
    await vi.waitFor(() =>
      expect(events.sort()).toEqual(["close 0", "close 1", "error 1 chunk refused: notAChunk"]),
    );
    expect(received).toEqual([[], []]);
  });

  it("closes the connection when more is announced than may come", async () => {
    const { peers, events } = await twoPeers(1_000);
    peers[0].send(new Uint8Array(1_000 + 67 + 1));
    await vi.waitFor(() => expect(events).toContain("error 1 chunk refused: tooLong"));
  });

  it("connects as usual where everything is heard through several servers", async () => {
    const { peers, received, events } = await twoPeers(undefined, 3);
    peers[0].send(Uint8Array.from([5]));
    await vi.waitFor(() => expect(received[1]).toEqual([Uint8Array.from([5])]));
    expect(events).toEqual([]);
  });

  it("takes the other's offer where it was told to wait for it", async () => {
    const { peers, received, events } = await twoPeers(undefined, 1, true);
    peers[1].send(Uint8Array.from([6]));
    await vi.waitFor(() => expect(received[0]).toEqual([Uint8Array.from([6])]));
    expect(events).toEqual([]);
  });

  it("takes another offer on the same connection for a wish to begin anew", async () => {
    const { peers, events } = await twoPeers();
    peers[1].signal({ type: "offer", ...{ sdp: "another" } });
    expect(events).toEqual(["second offer 1"]);
  });

  it("sends and hands on nothing after it was destroyed", async () => {
    const { peers, received, events } = await twoPeers();
    peers[0].destroy();
    await vi.waitFor(() => expect(events.sort()).toEqual(["close 0", "close 1"]));
    peers[0].send(Uint8Array.from([1]));
    peers[1].send(Uint8Array.from([1]));
    expect(received).toEqual([[], []]);
  });

  it("answers what comes while only the other side is connected", async () => {
    const { wrtc } = fakeWebrtc();
    let connect = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      connect = resolve;
    });
    class Late extends wrtc.RTCPeerConnection {
      constructor() {
        super();
        const stats = this.getStats;
        this.getStats = async () => {
          await held;
          return stats();
        };
      }
    }
    const events: string[] = [];
    const peer = (initiator: boolean, RTCPeerConnection: typeof wrtc.RTCPeerConnection) => {
      const shared = {
        initiator,
        config: { iceServers: [] },
        maxMessageBytes: 1_000,
        openLink,
        onSecondOffer: () => undefined,
      };
      const made = new ChunkingPeer({ ...shared, ...{ wrtc: { ...wrtc, RTCPeerConnection } } });
      made.on("connect", () => events.push(initiator ? "early connected" : "late connected"));
      return made;
    };
    const early = peer(true, wrtc.RTCPeerConnection);
    const late = peer(false, Late);
    early.on("signal", (description) => late.signal(description));
    late.on("signal", (description) => early.signal(description));
    early.on("connect", () => early.send(Uint8Array.from([1])));
    early.on("data", ([value]) => events.push(`answered ${value}`));
    late.on("data", () => late.send(Uint8Array.from([2])));
    await vi.waitFor(() => expect(events).toEqual(["early connected", "answered 2"]));
    connect();
    await vi.waitFor(() => expect(events).toContain("late connected"));
  });
});
