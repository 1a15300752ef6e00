import type { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { personIdSchema } from "../../../src/domain/ids";
import { parseWayIn } from "../../../src/domain/loop/invite";
import { unwrap } from "../../../src/domain/result";
import { anId } from "../../support/builders/ids";
import { aLaptop, charterHash, hostLoop, type Laptop } from "../../support/lan/laptop";
import { isListening } from "../../support/lan/wire-client";

const laptops: Laptop[] = [];
const laptop = (...input: Parameters<typeof aLaptop>): Laptop => {
  const made = aLaptop(...input);
  laptops.push(made);
  return made;
};
afterEach(async () => {
  for (const { lan, bugs } of laptops.splice(0)) {
    await lan.stop();
    expect(bugs).toEqual([]);
  }
});

const ana = anId(personIdSchema, "ana");
const problemOf = async (joiner: Laptop, joinId: string) =>
  (await joiner.until(joinId, "refused").catch(() => joiner.until(joinId, "failed"))).problem;
const renew = (host: Laptop, { loopId }: Awaited<ReturnType<typeof hostLoop>>) =>
  Promise.resolve(host.lan.handlers["lan.host"]({ loopId, charterHash, protocol: 1, renew: true }));
const untilClosed = (host: Laptop, hosting: Awaited<ReturnType<typeof hostLoop>>) =>
  vi.waitFor(
    async () => expect(await renew(host, hosting)).toEqual({ ok: false, error: { type: "doorClosed" } }),
    {
      timeout: 20_000,
    },
  );

const short = { doorMs: 3_000 };

describe("a door whose time is up", () => {
  it("turns away who still waits, and asking about it neither prolongs nor opens it", async () => {
    const host = laptop({ server: { port: 0, hosts: ["127.0.0.1"], ...short } });
    const hosting = await hostLoop(host);
    const joiner = laptop();
    const joinId = joiner.join(hosting.invite, "Ana");
    await joiner.until(joinId, "waiting");
    const ended = problemOf(joiner, joinId);
    await untilClosed(host, hosting);
    expect(await ended).toEqual({ type: "hostStopped" });
    expect(await renew(host, hosting)).toEqual({ ok: false, error: { type: "doorClosed" } });
  });

  it("takes its invite and its typed code with it, whatever any clock on the wall says", async () => {
    const host = laptop({ server: { port: 0, hosts: ["127.0.0.1"], ...short } });
    const hosting = await hostLoop(host);
    // Nothing in the invite for a joiner's clock to judge: one that is hours off is no reason to stay outside.
    const way = unwrap(parseWayIn(hosting.invite, { now: null }));
    expect(way).toMatchObject({ kind: "invite", invite: { expiresAt: null } });
    await untilClosed(host, hosting);
    expect(await isListening(hosting.port)).toBe(false);
    for (const old of [hosting.invite, hosting.typedCode]) {
      const joiner = laptop();
      // These laptops have no network but their own, so that nothing answers is told as that.
      expect(await problemOf(joiner, joiner.join(old, "Ana"))).toEqual({ type: "noNetwork" });
    }
  });

  it("is opened anew by a person, with another invite; the old one opens nothing any more", async () => {
    const host = laptop();
    const before = await hostLoop(host);
    await host.lan.handlers["lan.stopHosting"]({ loopId: before.loopId });
    const now = await hostLoop(host);
    const { invite: old } = unwrap(parseWayIn(before.invite, { now: null })) as {
      invite: { joinToken: string };
    };
    const { invite: fresh } = unwrap(parseWayIn(now.invite, { now: null })) as {
      invite: { joinToken: string };
    };
    expect(fresh.joinToken).not.toBe(old.joinToken);
  });
});

const card = (address: string): ReturnType<typeof networkInterfaces> => ({
  wlan0: [
    {
      address,
      family: "IPv4",
      internal: false,
      netmask: "255.255.255.0",
      mac: "02:00:00:00:00:01",
      cidr: `${address}/24`,
    },
  ],
});

it("an open door in another Wi-Fi shows the addresses of now, under the same token", async () => {
  let cards = card("192.168.10.4");
  const host = laptop({ interfaces: () => cards });
  const before = await hostLoop(host);
  cards = card("10.20.0.9");
  const now = unwrap(await renew(host, before));
  expect(before.addresses).toEqual([`192.168.10.4:${before.port}`]);
  expect(now.addresses).toEqual([`10.20.0.9:${before.port}`]);
  expect(now.typedCode.startsWith("10.20.0.9:")).toBe(true);
  expect(now.qrSvg).not.toBe(before.qrSvg);
  const tokens = [before, now].map(({ invite }) => unwrap(parseWayIn(invite, { now: null })));
  const [one, other] = tokens.map((way) => (way.kind === "invite" ? way.invite.joinToken : ""));
  expect(other).toBe(one);
});

describe("a lobby that strangers filled", () => {
  const full = { lobbyLimits: { maxWaiting: 2, maxWaitingPerAddress: 10 } };

  it("takes no further stranger, and takes whoever holds the invite", async () => {
    const host = laptop(full);
    const hosting = await hostLoop(host);
    const strangers = [laptop(), laptop(), laptop()];
    const [first, second, third] = strangers.map((one) => one.join(hosting.typedCode, "Eve"));
    await host.untilRequests((requests) => requests.length === 2);
    const turnedAway = await Promise.race(
      strangers.map((one, index) => problemOf(one, [first, second, third][index] ?? "")),
    );
    expect(turnedAway).toEqual({ type: "tooMany" });
    const guest = laptop();
    const joinId = guest.join(hosting.invite, "Ana");
    const requests = await host.untilRequests((now) => now.some(({ invited }) => invited));
    expect(requests).toHaveLength(2);
    const request = requests.find(({ invited }) => invited);
    unwrap(await host.lan.handlers["lan.admit"]({ requestId: request?.requestId ?? "", personId: ana }));
    await guest.until(joinId, "admitted");
  });

  it("lets nobody who holds the invite go for another who does", async () => {
    const host = laptop(full);
    const hosting = await hostLoop(host);
    const guests = [laptop(), laptop()];
    for (const guest of guests) await guest.until(guest.join(hosting.invite, "Ana"), "waiting");
    const third = laptop();
    expect(await problemOf(third, third.join(hosting.invite, "Ben"))).toEqual({ type: "tooMany" });
    expect(host.requests()).toHaveLength(2);
  });
});
