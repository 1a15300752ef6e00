import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { transportSuite } from "../contract/sync/transport-suite";
import {
  openWebrtcRig,
  type RigLaptop,
  type RigMode,
  type WebrtcRig,
} from "../support/webrtc-rig/open-webrtc-rig";

/** Laptops in real windows meet over WebRTC, introduced by the program's own signaling server. */
let rig: WebrtcRig;
let open: readonly RigLaptop[] = [];
let rooms = 0;
const topics: string[] = [];

beforeAll(async () => {
  rig = await openWebrtcRig();
});
afterAll(() => rig?.close());

const newTopic = (): string => {
  rooms += 1;
  return `room ${rooms}`;
};
const makeKnown = (topic: string): void => {
  topics.push(topic);
  rig.signaling.setTopics(topics);
};
const knownTopic = (): string => {
  const topic = newTopic();
  makeKnown(topic);
  return topic;
};
const laptops = async (count: number, mode: RigMode = "chunking", topic = knownTopic()) => {
  open = await rig.laptops({ topic, mode, keys: Array(count).fill(1) });
  return open;
};
const pair = async (mode?: RigMode, topic?: string): Promise<readonly [RigLaptop, RigLaptop]> => {
  const [one, other] = await laptops(2, mode, topic);
  if (one === undefined || other === undefined) throw new Error("two laptops were asked for");
  return [one, other];
};
const closeLaptops = async (): Promise<void> => {
  for (const laptop of open) await laptop.close();
  open = [];
  expect(rig.errors()).toEqual([]);
};
/** Resolves when each of the laptops has a connection to every other one. */
const met = async (all: readonly RigLaptop[]): Promise<void> => {
  const ids = async (laptop: RigLaptop) => {
    const direct = (await laptop.peers()).filter(({ link }) => link === "direct");
    return [laptop.deviceId, ...direct.map(({ deviceId }) => deviceId)].sort();
  };
  for (const laptop of all)
    await expect.poll(() => ids(laptop), { timeout: 20_000 }).toEqual(all.map(({ deviceId }) => deviceId));
};
/** Joins and returns when others who come later find this laptop. */
const enter = async (laptop: RigLaptop): Promise<void> => {
  await laptop.join();
  await laptop.introduced();
};
/** Joins and waits until the server refused both the topic and the announcement in it. */
const refusedAt = async (laptop: RigLaptop): Promise<void> => {
  const { refused } = rig.signaling.stats();
  await laptop.join();
  await expect.poll(() => rig.signaling.stats().refused).toBeGreaterThanOrEqual(refused + 2);
};
const shows = (laptop: RigLaptop, end: string): Promise<void> =>
  expect.poll(() => laptop.tail(end.length), { timeout: 20_000 }).toBe(end);

/** Numbered lines, so that a piece that is lost, doubled or out of place changes the digest. */
const numbered = (length: number): string =>
  Array.from({ length: Math.ceil(length / 8) }, (_, line) => `${String(line).padStart(7, "0")}\n`)
    .join("")
    .slice(0, length);
const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const megabyte = 1024 * 1024;
/** The most that one data channel message carries in Chromium. */
const wall = 256 * 1024;

transportSuite("WebRTC between windows", async () => {
  const topic = knownTopic();
  return {
    start: async (keys) => {
      open = await rig.laptops({ topic, mode: "chunking", keys });
      return open;
    },
    swallow: async (index, swallowing) => open[index]?.swallow(swallowing),
    progress: () => Promise.race(open.map((laptop) => laptop.changed(100))),
    stop: closeLaptops,
  };
});

describe("windows that meet over WebRTC", () => {
  afterEach(closeLaptops);

  it("three that wrote before they met end with one text, each connected to both others", async () => {
    const three = await laptops(3);
    for (const [index, laptop] of three.entries()) await laptop.write(`from ${index}. `);
    for (const laptop of three) await laptop.join();
    await met(three);
    for (const laptop of three) await expect.poll(laptop.length, { timeout: 20_000 }).toBe(24);
    const texts = await Promise.all(three.map((laptop) => laptop.tail(24)));
    expect(new Set(texts).size).toBe(1);
    for (const index of [0, 1, 2]) expect(texts[0]).toContain(`from ${index}. `);
  });

  it("meet in a topic once the signaling server knows it, and not before", async () => {
    const topic = newTopic();
    const [waits, comes] = await pair("chunking", topic);
    await refusedAt(waits);
    await refusedAt(comes);
    expect([await waits.peers(), await comes.peers()]).toEqual([[], []]);

    await comes.leave();
    makeKnown(topic);
    await waits.introduced();
    await enter(comes);
    await met([waits, comes]);
  });

  it("meet when a topic becomes known to all of them at once, whoever offers first", async () => {
    for (const _round of [1, 2, 3]) {
      const topic = newTopic();
      const three = await laptops(3, "chunking", topic);
      for (const laptop of three) await refusedAt(laptop);
      makeKnown(topic);
      const known = performance.now();
      await met(three);
      // The watchdog gives up an attempt after eight seconds: nothing was left to it.
      expect(performance.now() - known).toBeLessThan(8_000);
      await closeLaptops();
    }
  });

  for (const megabytes of [1, 5]) {
    it(`brings ${megabytes} MB to a laptop that joins later, and small edits after it, over one channel`, async () => {
      const text = numbered(megabytes * megabyte);
      const [first, late] = await pair();
      await enter(first);
      await first.write(text);
      await enter(late);
      await expect.poll(late.length, { timeout: 20_000 }).toBe(text.length);
      expect(await late.digest()).toBe(digestOf(text));

      await first.write("small");
      await shows(late, "small");
      await late.write(" and back");
      await shows(first, "small and back");
      for (const laptop of [first, late]) {
        const { opened, closed, longestMessage } = await laptop.channels();
        expect({ opened, closed }).toEqual({ opened: 1, closed: 0 });
        expect(longestMessage).toBeLessThan(wall);
      }
    });
  }
});

describe("connections that end badly or well", () => {
  afterEach(closeLaptops);

  it("are made anew where one went silent and nobody closed it", async () => {
    const two = await pair();
    for (const laptop of two) await laptop.join();
    await met(two);
    await two[0].swallow(true);
    const closed = async () => (await two[1].channels()).closed;
    await expect.poll(closed, { timeout: 25_000 }).toBeGreaterThan(0);
    await two[0].swallow(false);
    await two[0].write("back");
    await met(two);
    await shows(two[1], "back");
  });

  it("leave no socket behind that would connect again", async () => {
    const topic = newTopic();
    const { server, url } = await rig.anotherServer(topic);
    const two = await pair("chunking", topic);
    for (const laptop of two) {
      await laptop.setServers([url]);
      await enter(laptop);
    }
    await met(two);
    for (const laptop of two) await laptop.leave();
    await expect.poll(() => server.stats().sockets).toBe(0);
    // Longer than lib0's longest pause between two attempts.
    await two[0].changed(3_000);
    expect(server.stats().sockets).toBe(0);
  });
});

describe("several servers", () => {
  afterEach(closeLaptops);
  const channels = async (laptop: RigLaptop) => {
    const { opened, closed } = await laptop.channels();
    return { opened, closed };
  };

  it("make one connection between two laptops that meet through both, in whatever order they come", async () => {
    const topic = knownTopic();
    const other = await rig.anotherServer(topic);
    const two = await laptops(2, "chunking", topic);
    for (const laptop of two) await laptop.setServers([rig.url, other.url]);
    await Promise.all(two.map((laptop) => laptop.join()));
    await met(two);
    for (const laptop of two) expect(await channels(laptop)).toEqual({ opened: 1, closed: 0 });
    await other.server.stop();
  });

  it("let the first one close: who is connected stays so, and a latecomer gets in through the other", async () => {
    const topic = newTopic();
    const first = await rig.anotherServer(topic);
    const second = await rig.anotherServer(topic);
    const three = await laptops(3, "chunking", topic);
    const [one, two, late] = three as [RigLaptop, RigLaptop, RigLaptop];
    for (const laptop of [one, two]) {
      await laptop.setServers([first.url]);
      await enter(laptop);
    }
    await met([one, two]);
    for (const laptop of [one, two]) await laptop.setServers([first.url, second.url]);
    await expect.poll(() => second.server.stats().sockets).toBe(2);
    await first.server.stop();
    await one.write("still here. ");
    await shows(two, "still here. ");
    await late.setServers([first.url, second.url]);
    await late.join();
    await met(three);
    await shows(late, "still here. ");
    for (const laptop of [one, two]) expect(await channels(laptop)).toEqual({ opened: 2, closed: 0 });
    for (const laptop of three) await laptop.setServers([second.url]);
    await late.write("and gone is the first.");
    await shows(one, "and gone is the first.");
  });
});

describe("laptops that reach the host and not each other", () => {
  afterEach(closeLaptops);
  const links = async (laptop: RigLaptop) =>
    (await laptop.peers()).filter(({ deviceId }) => deviceId !== null).map(({ link }) => link);

  it("exchange their sealed frames through its server, and directly again once that is possible", async () => {
    const { passed } = rig.signaling.stats();
    const two = await pair();
    for (const laptop of two) await laptop.isolate(true);
    await two[0].write("hello ");
    for (const laptop of two) await enter(laptop);
    for (const laptop of two)
      await expect.poll(() => links(laptop), { timeout: 20_000 }).toEqual(["relayed"]);
    await shows(two[1], "hello ");
    await two[1].write("there");
    await shows(two[0], "hello there");
    expect(rig.signaling.stats().passed).toBeGreaterThan(passed);

    for (const laptop of two) await laptop.isolate(false);
    for (const laptop of two) await expect.poll(() => links(laptop), { timeout: 30_000 }).toEqual(["direct"]);
    const passedMeanwhile = async () => {
      const before = rig.signaling.stats().passed;
      await two[0].changed(1_500);
      return rig.signaling.stats().passed - before;
    };
    await expect.poll(passedMeanwhile, { timeout: 20_000 }).toBe(0);
    const before = rig.signaling.stats().passed;
    await two[0].write(", directly");
    await shows(two[1], "hello there, directly");
    expect(rig.signaling.stats().passed).toBe(before);
  });
});

describe("a document over the limit of one message", () => {
  afterEach(closeLaptops);
  const text = numbered(600_000);
  const leastWaitMs = 3_000;

  const lateJoiner = async (mode: RigMode, held: string): Promise<RigLaptop> => {
    const [holder, late] = await pair(mode);
    await enter(holder);
    await holder.write(held);
    await enter(late);
    return late;
  };
  const arrives = async (late: RigLaptop, held: string, withinMs: number): Promise<boolean> => {
    const deadline = performance.now() + withinMs;
    while ((await late.length()) !== held.length) {
      if (performance.now() > deadline) return false;
      await late.changed(100);
    }
    return true;
  };

  const mostRooms = 12;
  /** Stock peers often never meet (both offer), so they have many rooms in which to show what they can. */
  const stockJoiner = async (
    held: string,
    met: (late: RigLaptop) => Promise<boolean>,
  ): Promise<RigLaptop> => {
    for (let rooms = 1; rooms <= mostRooms; rooms += 1) {
      const late = await lateJoiner("stock", held);
      if (await met(late)) return late;
      await closeLaptops();
    }
    throw new Error("the stock peers never met");
  };
  const handedOver = async (late: RigLaptop): Promise<boolean> => {
    const deadline = performance.now() + 8_000;
    while (((await open[0]?.channels())?.longestMessage ?? 0) <= text.length) {
      if (performance.now() > deadline) return false;
      await late.changed(100);
    }
    return true;
  };

  it("reaches a late joiner because messages are cut: the stock peer brings a short text and not this one", async () => {
    const begun = performance.now();
    expect(await arrives(await lateJoiner("chunking", text), text, 20_000)).toBe(true);
    const patience = Math.max(leastWaitMs, 2 * (performance.now() - begun));
    await closeLaptops();

    await stockJoiner("short", (late) => arrives(late, "short", 8_000));
    await closeLaptops();

    const late = await stockJoiner(text, handedOver);
    expect(await arrives(late, text, patience)).toBe(false);
    expect(await late.length()).toBe(0);
  }, 240_000);
});
