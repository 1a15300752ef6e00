import { describe, expect, it } from "vitest";
import { newRelayChannel, relayWindow } from "../../../../../src/sync/transport/relay/relay-channel";
import type { RelayMessage } from "../../../../../src/sync/transport/relay/relay-messages";

const anEnd = () => {
  const said: RelayMessage[] = [];
  const frames: Uint8Array[] = [];
  let faults = 0;
  const channel = newRelayChannel(1, {
    say: (message) => said.push(message),
    onFrame: (frame) => frames.push(frame),
    onFault: () => (faults += 1),
  });
  return { said, frames, channel, faults: () => faults };
};
const bytesIn = (said: readonly RelayMessage[]): number =>
  said.reduce((sum, message) => sum + (message.kind === "chunk" ? message.chunk.length : 0), 0);
const patterned = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index % 251);

describe("one end of a session through a server", () => {
  it("has no more under way than the window, and sends the rest as the other side confirms", () => {
    const [one, other] = [anEnd(), anEnd()];
    const frame = patterned(2 * 1024 * 1024);
    one.channel.put(frame);
    expect(bytesIn(one.said)).toBeLessThanOrEqual(relayWindow + 64 * 1024);
    let at = 0;
    let back = 0;
    while (at < one.said.length) {
      const message = one.said[at++];
      if (message !== undefined) other.channel.hear(message);
      for (; back < other.said.length; back += 1) {
        const answer = other.said[back];
        if (answer !== undefined) one.channel.hear(answer);
      }
    }
    expect(other.frames).toHaveLength(1);
    expect(Buffer.compare(other.frames[0] ?? new Uint8Array(), frame)).toBe(0);
  });

  it("confirms what came in one word when it is asked to", () => {
    const [one, other] = [anEnd(), anEnd()];
    for (const size of [10, 20]) one.channel.put(patterned(size));
    for (const message of one.said) other.channel.hear(message);
    expect(other.said).toEqual([]);
    other.channel.confirm();
    other.channel.confirm();
    expect(other.said).toEqual([{ kind: "taken", session: 1, bytes: bytesIn(one.said) }]);
  });

  it("gives up a side that does not read: what waits is bounded", () => {
    const one = anEnd();
    const frame = new Uint8Array(32 * 1024 * 1024);
    for (let index = 0; index < 2; index += 1) one.channel.put(frame);
    expect(one.faults()).toBe(0);
    one.channel.put(frame);
    one.channel.put(frame);
    expect(one.faults()).toBeGreaterThan(0);
  });

  it.each<readonly [string, RelayMessage]>([
    ["confirms what was never sent", { kind: "taken", session: 1, bytes: 1 }],
    ["sends what is no chunk", { kind: "chunk", session: 1, chunk: Uint8Array.from([1, 2]) }],
  ])("gives up a side that %s", (_what, message) => {
    const one = anEnd();
    one.channel.hear(message);
    expect(one.faults()).toBe(1);
  });
});
