import { describe, expect, it } from "vitest";
import { chunkJoiner } from "../../../../../src/sync/transport/webrtc/chunks";
import { newOutbox } from "../../../../../src/sync/transport/webrtc/outbox";

/** A channel that keeps what it is given until somebody drains it. */
const fakeChannel = () => {
  const channel = {
    readyState: "open",
    bufferedAmount: 0,
    sent: [] as Uint8Array[],
    send: (chunk: Uint8Array) => {
      channel.sent.push(chunk);
      channel.bufferedAmount += chunk.length;
    },
  };
  return channel;
};
const limits = { maxBuffered: 100, maxWaiting: 1000, slice: 20 };
const frame = (length: number, fill = 1): Uint8Array => new Uint8Array(length).fill(fill);

const received = (sent: readonly Uint8Array[]): Uint8Array[] => {
  const joiner = chunkJoiner(10_000);
  return sent.flatMap((chunk) => {
    const joined = joiner.add(chunk);
    if (joined.state === "refused") throw new Error(joined.reason);
    return joined.state === "whole" ? [joined.frame] : [];
  });
};

describe("what waits to be sent", () => {
  it("goes out at once while the channel takes it", () => {
    const channel = fakeChannel();
    newOutbox(() => channel, limits).put(frame(30));
    expect(received(channel.sent)).toEqual([frame(30)]);
  });

  it("stops when the channel is full and goes on when it has room", () => {
    const channel = fakeChannel();
    const outbox = newOutbox(() => channel, limits);
    outbox.put(frame(200));
    expect(channel.bufferedAmount).toBeLessThan(100 + 17 + 20);
    expect(received(channel.sent)).toEqual([]);
    for (let round = 0; round < 10; round += 1) {
      channel.bufferedAmount = 0;
      outbox.pump();
    }
    expect(received(channel.sent)).toEqual([frame(200)]);
  });

  it("keeps frames whole and in order behind a long one", () => {
    const channel = fakeChannel();
    const outbox = newOutbox(() => channel, limits);
    const frames = [frame(300, 1), frame(1, 2), frame(50, 3), frame(0)];
    for (const each of frames) outbox.put(each);
    for (let round = 0; round < 10; round += 1) {
      channel.bufferedAmount = 0;
      outbox.pump();
    }
    expect(received(channel.sent)).toEqual(frames);
  });

  it("waits for a channel that is not there or not open yet", () => {
    const channel = fakeChannel();
    let there: typeof channel | null = null;
    const outbox = newOutbox(() => there, limits);
    outbox.put(frame(5));
    there = channel;
    channel.readyState = "connecting";
    outbox.pump();
    expect(channel.sent).toEqual([]);
    channel.readyState = "open";
    outbox.pump();
    expect(received(channel.sent)).toEqual([frame(5)]);
  });

  it("takes no more than may wait", () => {
    const channel = fakeChannel();
    channel.bufferedAmount = 100;
    const outbox = newOutbox(() => channel, limits);
    expect(outbox.put(frame(600))).toBe(true);
    expect(outbox.put(frame(401))).toBe(false);
    expect(outbox.put(frame(400))).toBe(true);
    channel.bufferedAmount = 0;
    outbox.pump();
    expect(outbox.put(frame(600))).toBe(true);
  });
});
