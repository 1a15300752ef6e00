import { createSocket } from "node:dgram";
import { encode } from "dns-packet";
import { afterEach, describe, expect, it } from "vitest";
import { type Discoverer, type DiscovererSetup, startDiscoverer } from "../../support/lan/discoverers";

/** Not the port of multicast DNS, so that whatever else this machine runs is not heard. */
const port = 40_000 + (process.pid % 20_000);
const running: Discoverer[] = [];

const start = async (setup: DiscovererSetup = {}): Promise<Discoverer> => {
  const discoverer = await startDiscoverer({ port, onlyLoopback: true, ...setup });
  running.push(discoverer);
  return discoverer;
};

afterEach(async () => {
  for (const discoverer of running.splice(0)) await discoverer.kill();
});

const k7 = { label: "K7QX", port: 47_111 };
const pw = { label: "PW3D", port: 47_112 };
const codeOf = ({ label, port: at }: typeof k7): string => `127.0.0.1:${at}/${label}`;

describe("two laptops of one network, each a process of its own", () => {
  it("find each other's open doors, whichever came first, as they open and shut", async () => {
    const [host, joiner] = await Promise.all([start(), start()]);
    host.announce(k7);
    joiner.look();
    await joiner.untilList(codeOf(k7));
    host.announce(k7, pw);
    await joiner.untilList(codeOf(k7), codeOf(pw));
    host.announce(pw);
    await joiner.untilList(codeOf(pw));
    host.announce();
    await joiner.untilList();
  });

  it("see two laptops with the same loop as two ways in, and none of their own", async () => {
    const [one, two] = await Promise.all([start(), start()]);
    one.announce(k7);
    two.announce({ ...k7, port: 47_113 });
    one.look();
    two.look();
    await one.untilList(codeOf({ ...k7, port: 47_113 }));
    await two.untilList(codeOf(k7));
  });

  it("forget a laptop that died without a goodbye, and keep one that lives", async () => {
    const limits = { maxTtl: 3, interfacesMs: 200, questionEveryMs: 500 };
    const [dies, lives, joiner] = await Promise.all([start(), start(), start({ limits })]);
    dies.announce(k7);
    lives.announce(pw);
    joiner.look();
    await joiner.untilList(codeOf(k7), codeOf(pw));
    await dies.kill();
    await joiner.untilList(codeOf(pw));
  });
});

interface Listed {
  readonly loops?: readonly { readonly typedCode: string }[];
}

const letters = "BCDFGHJKMNPQRSTVWXYZ";
const labelNumber = (at: number): string =>
  [at, at / 20, at / 400, 0].map((part) => letters[Math.floor(part) % 20]).join("");

const inventedDoor = (at: number): Uint8Array => {
  const name = `${labelNumber(at)}-${at.toString(16).padStart(8, "0")}._panelbook._tcp.local`;
  return encode({
    type: "response",
    answers: [
      { type: "PTR", name: "_panelbook._tcp.local", ttl: 120, data: name },
      { type: "SRV", name, ttl: 120, data: { port: 1 + at, target: "x.local" } },
      { type: "TXT", name, ttl: 120, data: ["v=1"] },
    ],
  });
};

/** Somebody on the network invents doors, each in a well-formed announcement. */
const flood = async (count: number): Promise<void> => {
  const socket = createSocket("udp4");
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  socket.setMulticastInterface("127.0.0.1");
  for (let at = 0; at < count; at += 1)
    await new Promise((resolve) => socket.send(inventedDoor(at), port, "224.0.0.251", resolve));
  socket.close();
};

describe("a flood on the network", () => {
  it("fills no list and costs no honest laptop its place", async () => {
    const [host, joiner] = await Promise.all([start(), start()]);
    joiner.look();
    host.announce(k7);
    await joiner.untilList(codeOf(k7));
    await flood(3_000);
    joiner.look();
    const shown = await joiner.until(
      ({ loops = [] }: Listed) => loops.some(({ typedCode }) => typedCode === codeOf(k7)) && loops.length > 2,
    );
    expect(shown.loops?.length).toBeLessThanOrEqual(16);
  });
});
