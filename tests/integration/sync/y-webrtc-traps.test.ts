import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aServer, enterRoom, type TestServer } from "../../support/lan/signaling";
import { eventually, type WireClient, wireClient } from "../../support/lan/wire-client";
import { aDevice } from "../../support/sync/keys";
import { phantoms } from "../../support/sync/phantom";
import {
  aWebrtcLaptop,
  roomPassword,
  twoPlainWindows,
  type WebrtcLaptop,
  windowOfTests,
} from "../../support/sync/webrtc-laptops";

let window: ReturnType<typeof windowOfTests>;
let host: TestServer;
const laptops: WebrtcLaptop[] = [];

beforeEach(async () => {
  window = windowOfTests();
  host = await aServer();
});
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.stop();
  await host.server.stop();
  window.close();
  expect(host.bugs).toEqual([]);
});

const aLaptop = async (name: number, urls: readonly string[] = [host.url]): Promise<WebrtcLaptop> => {
  const laptop = await aWebrtcLaptop(name, urls);
  laptops.push(laptop);
  return laptop;
};
const joined = async (name: number): Promise<WebrtcLaptop> => {
  const laptop = await aLaptop(name);
  laptop.transport.connect(laptop.session);
  await eventually(() => laptop.transport.serverReached.get());
  return laptop;
};
const met = (one: WebrtcLaptop, other: WebrtcLaptop): Promise<void> =>
  eventually(
    () => one.directTo().includes(other.session.deviceId) && other.directTo().includes(one.session.deviceId),
  );

/** Seconds pass for the laptops, each long enough for the server to answer what it is asked meanwhile. */
const pass = async (seconds: number, witness: WireClient): Promise<void> => {
  for (let second = 0; second < seconds; second += 1) {
    vi.advanceTimersByTime(1_000);
    for (const _there of ["once", "and again"]) await enterRoom(witness, "room");
  }
};

describe("y-webrtc as the app uses it", () => {
  it("brings what is written to a laptop that was introduced", async () => {
    const [one, other] = [await joined(1), await joined(2)];
    await met(one, other);
    one.write("over the channel");
    await eventually(() => other.text() === "over the channel");
  });

  it("hands nothing to another window of the room past the gate, where it would by itself", async () => {
    const [one, other] = [await aLaptop(1, []), await aLaptop(2, [])];
    one.write("before. ");
    for (const laptop of [one, other]) laptop.transport.connect(laptop.session);
    const plain = await twoPlainWindows("another room");
    one.write("after.");
    plain.write("through the broadcast channel");
    await eventually(() => plain.text() === "through the broadcast channel");
    expect(other.text()).toBe("");
    expect(one.text()).toBe("before. after.");
    plain.close();
  });

  it("keeps what it is connected to when it is told to connect again, which throws", async () => {
    const [one, other] = [await joined(1), await joined(2)];
    await met(one, other);
    expect(() => one.transport.connect(one.session)).toThrow("connected already");
    one.write("still here");
    await eventually(() => other.text() === "still here");
    expect(one.directTo()).toEqual([aDevice(2)]);
  });

  it("has left only once its room is closed, however late its key is there, and may then enter it again", async () => {
    const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const derived = vi.spyOn(crypto.subtle, "deriveKey").mockImplementationOnce(async (...given) => {
      await held;
      return derive(...given);
    });
    const other = await aLaptop(2);
    other.transport.connect(other.session);
    const happened: string[] = [];
    const left = other.transport.disconnect().then(() => happened.push("left"));
    await new Promise((resolve) => setImmediate(resolve));
    happened.push("the key was there");
    release();
    await left;
    expect(happened).toEqual(["the key was there", "left"]);
    derived.mockRestore();
    const one = await joined(1);
    other.transport.connect(other.session);
    await met(one, other);
  });

  it("announces itself again and again, since y-webrtc does so once and somebody may have missed it", async () => {
    const witness = await wireClient(host.url);
    await enterRoom(witness, "room");
    const announced = () =>
      witness.received.filter((message) => JSON.stringify(message).includes("publish")).length;
    await joined(1);
    await eventually(() => announced() === 1);
    for (const count of [2, 3]) {
      await pass(10, witness);
      await eventually(() => announced() === count);
    }
    witness.socket.close();
  });

  it("hangs up a connection on which nothing comes, though it is called connected, and meets the laptop anew", async () => {
    const [one, other] = [await joined(1), await joined(2)];
    await met(one, other);
    const witness = await wireClient(host.url);
    const before = window.configs.length;
    await pass(10, witness);
    expect(window.configs.length).toBe(before);
    await pass(1, witness);
    await eventually(() => window.configs.length > before);
    await met(one, other);
    one.write("heard again");
    await eventually(() => other.text() === "heard again");
    witness.socket.close();
  });

  it("keeps one socket at a laptop that has several addresses, and takes another one when that is lost", async () => {
    const witness = await wireClient(host.url);
    // Each stands for an address of one laptop, so that it can be seen which one is used.
    const [likeliest, next] = [await aServer(), await aServer()];
    const sockets = () => [likeliest, next].map(({ server }) => server.stats().sockets);
    const one = await joined(1);
    one.servers.set([host.url, next.url, likeliest.url]);
    await eventually(() => sockets().join() === "1,1");
    one.sameLaptop.set([[likeliest.url, next.url]]);
    // A slow machine loses a connection now and then, and the seconds begin anew: how many they are is not this test's.
    const passUntil = async (wanted: string): Promise<void> => {
      for (let second = 0; second < 120 && sockets().join() !== wanted; second += 1) await pass(1, witness);
      await eventually(() => sockets().join() === wanted);
    };
    await passUntil("1,0");
    await likeliest.server.stop();
    await passUntil("0,1");
    await next.server.stop();
    witness.socket.close();
  });

  it("leaves no socket at the server", async () => {
    const two = [await joined(1), await joined(2)];
    await eventually(() => host.server.stats().sockets === 2);
    for (const { transport } of two) await transport.disconnect();
    await eventually(() => host.server.stats().sockets === 0);
    expect(window.dialled).toEqual([host.url, host.url]);
  });

  it("asks nobody outside the loop for introductions or for its own address", async () => {
    const [one, other] = [await joined(1), await joined(2)];
    await met(one, other);
    expect(new Set(window.dialled)).toEqual(new Set([host.url]));
    expect(window.configs.length).toBeGreaterThanOrEqual(2);
    for (const config of window.configs) expect(config).toMatchObject({ iceServers: [] });
  });

  it("lets a laptop in though 34 that are not there hold a place each", async () => {
    const member = await wireClient(host.url);
    await enterRoom(member, "room");
    const announced = await phantoms(roomPassword, "room");
    const one = await joined(1);
    await member.until((message) => JSON.stringify(message).includes("publish"));
    // As many as y-webrtc's own limit is at most.
    for (let phantom = 0; phantom < 34; phantom += 1)
      member.say({ type: "publish", topic: "room", data: await announced(`phantom ${phantom}`) });
    await eventually(() => window.configs.length === 34);
    await met(one, await joined(2));
    member.socket.close();
  });

  it("answers a laptop that lost its end of the connection and offers again, without waiting for the silence to be noticed", async () => {
    const [one, other] = [await joined(1), await joined(2)];
    await met(one, other);
    window.loseOfferers();
    await eventually(() => one.directTo().length + other.directTo().length === 1);
    for (const { transport } of [one, other]) transport.hurry();
    await met(one, other);
    one.write("anew");
    await eventually(() => other.text() === "anew");
  });
});
