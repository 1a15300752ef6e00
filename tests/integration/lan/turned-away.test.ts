import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { loopIdSchema, personIdSchema } from "../../../src/domain/ids";
import { err, unwrap } from "../../../src/domain/result";
import { anId } from "../../support/builders/ids";
import { aLaptop, charterHash, hostLoop, type Laptop } from "../../support/lan/laptop";
import { isListening, wireClient } from "../../support/lan/wire-client";

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
const problemOf = async (joiner: Laptop, joinId: string): Promise<unknown> => {
  const end = await joiner.until(joinId, "refused").catch(() => joiner.until(joinId, "failed"));
  return end.problem;
};
const waitingIn = async (host: Laptop, invite: string, name = "Ana") => {
  const joiner = laptop();
  const joinId = joiner.join(invite, name);
  await joiner.until(joinId, "waiting");
  const request = host.requests().find((known) => known.name === name);
  return { joiner, joinId, requestId: request?.requestId ?? "" };
};

describe("a joiner is told why", () => {
  it("when the facilitator says no", async () => {
    const host = laptop();
    const { joiner, joinId, requestId } = await waitingIn(host, (await hostLoop(host)).invite);
    expect(unwrap(await host.lan.handlers["lan.deny"]({ requestId }))).toBeUndefined();
    expect(await problemOf(joiner, joinId)).toEqual({ type: "denied" });
    expect(await host.lan.handlers["lan.deny"]({ requestId })).toEqual(err({ type: "noSuchRequest" }));
    expect(await host.lan.handlers["lan.admit"]({ requestId, personId: ana })).toEqual(
      err({ type: "noSuchRequest" }),
    );
  });

  it("when the invite is from before the host stopped and started again", async () => {
    const host = laptop();
    const old = await hostLoop(host);
    const other = await hostLoop(host, "other-loop");
    await host.lan.handlers["lan.stopHosting"]({ loopId: old.loopId });
    expect((await hostLoop(host)).port).toBe(other.port);
    const joiner = laptop();
    expect(await problemOf(joiner, joiner.join(old.invite))).toEqual({ type: "inviteExpired" });
    expect(host.requests()).toEqual([]);
  });

  it("when nobody answers at the address", async () => {
    const joiner = laptop({ interfaces: () => ({ wlan0: [lanInterface("192.168.7.9")] }) });
    const problem = await problemOf(joiner, joiner.join("127.0.0.1:9/K7QX"));
    expect(problem).toEqual({ type: "unreachable", addresses: ["127.0.0.1:9"] });
  });

  it("when this laptop is in no network", async () => {
    const joiner = laptop();
    expect(await problemOf(joiner, joiner.join("127.0.0.1:9/K7QX"))).toEqual({ type: "noNetwork" });
  });

  it("when something else answers there", async () => {
    const site = createServer((_request, response) => response.end("<html>"));
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    const address = site.address();
    const at = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const joiner = laptop();
    expect(await problemOf(joiner, joiner.join(`${at}/K7QX`))).toEqual({ type: "notPanelbook", address: at });
    site.closeAllConnections();
    site.close();
  });

  it("when it follows its own invite", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    expect(await problemOf(host, host.join(hosting.invite))).toEqual({ type: "thisLaptop" });
  });

  it("when the host goes silent while it waits", async () => {
    const server = { port: 0, ports: 1, hosts: ["127.0.0.1"], limits: { heartbeatMs: 60_000 } };
    const host = laptop({ server });
    const joiner = laptop({ joinLimits: { silenceMs: 1000 } });
    const joinId = joiner.join((await hostLoop(host)).invite);
    await joiner.until(joinId, "waiting");
    expect(await problemOf(joiner, joinId)).toEqual({ type: "hostGone" });
  });

  it("when nobody decided in time", async () => {
    const host = laptop({ lobbyLimits: { waitingMs: 50 } });
    const joiner = laptop();
    const joinId = joiner.join((await hostLoop(host)).invite);
    expect(await problemOf(joiner, joinId)).toEqual({ type: "timedOut" });
    await host.untilRequests((requests) => requests.length === 0);
  });

  it("when the secret cannot be kept, and the facilitator is told that the laptop is not in", async () => {
    const host = laptop();
    const { joiner, joinId, requestId } = await waitingIn(host, (await hostLoop(host)).invite);
    Object.assign(joiner.vault, { acceptSecret: async () => err({ type: "notStored" }) });
    const admitted = host.lan.handlers["lan.admit"]({ requestId, personId: ana });
    expect(await problemOf(joiner, joinId)).toEqual({ type: "notStored" });
    expect(await admitted).toEqual(err({ type: "left" }));
  });

  it("when another connection of the same laptop took its place", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const joiner = laptop();
    const first = joiner.join(hosting.invite);
    await joiner.until(first, "waiting");
    const second = joiner.join(hosting.invite);
    await joiner.until(second, "waiting");
    expect(await problemOf(joiner, first)).toEqual({ type: "replaced" });
    expect(host.requests().length).toBe(1);
  });
});

describe("a joiner is told before anything is sent", () => {
  const refusal = (over: { invite?: string; name?: string; deviceLabel?: string }) => {
    const input = {
      joinId: "j".repeat(22),
      invite: "127.0.0.1:9/K7QX",
      name: "Ana",
      deviceLabel: "",
      ...over,
    };
    return laptop().lan.handlers["lan.join"](input);
  };

  it.each([
    [{ invite: "" }, { type: "empty" }],
    [{ invite: "Monday at nine" }, { type: "notAnInvite" }],
    [{ invite: "panelbook-invite:1:AAAA:00000000" }, { type: "damaged" }],
    [{ invite: "panelbook-invite:3:AAAA" }, { type: "updateFirst" }],
    [{ invite: "127.0.0.1:9/OOOO" }, { type: "badTypedCode", part: "label" }],
    [{ name: " " }, { type: "badName" }],
    [{ name: "Ana\nAdmit" }, { type: "badName" }],
    [{ deviceLabel: "\u202e" }, { type: "badDeviceLabel" }],
  ])("about %o", (input, error) => {
    expect(refusal(input)).toEqual({ ok: false, error });
  });
});

describe("a host is told why", () => {
  it("when it does not hold the loop's secret", async () => {
    const loopId = anId(loopIdSchema, "loop");
    const host = laptop();
    expect(await host.lan.handlers["lan.host"]({ loopId, charterHash, protocol: 1 })).toEqual(
      err({ type: "noLoopSecret" }),
    );
  });

  it("when other programs have every port", async () => {
    const other = laptop();
    const { port } = await hostLoop(other);
    const host = laptop({ server: { port, ports: 1, hosts: ["127.0.0.1"] } });
    const loopId = anId(loopIdSchema, "loop");
    host.vault.secrets.set(loopId, new Uint8Array(32));
    expect(await host.lan.handlers["lan.host"]({ loopId, charterHash, protocol: 1 })).toEqual(
      err({ type: "portTaken", port, last: port }),
    );
  });

  it("when the admitted laptop never confirms", async () => {
    const host = laptop({ lobbyLimits: { acceptMs: 50 } });
    const { joiner, joinId, requestId } = await waitingIn(host, (await hostLoop(host)).typedCode);
    const admitted = host.lan.handlers["lan.admit"]({ requestId, personId: ana });
    expect(await host.lan.handlers["lan.admit"]({ requestId, personId: ana })).toEqual(
      err({ type: "alreadyAdmitting" }),
    );
    expect(await admitted).toEqual(err({ type: "notConfirmed" }));
    expect(await problemOf(joiner, joinId)).toEqual({ type: "timedOut" });
    expect(joiner.vault.accepted).toEqual([]);
  });
});

describe("the lobby's limits", () => {
  it("let only so many wait from one address", async () => {
    const host = laptop({ lobbyLimits: { maxWaitingPerAddress: 2 } });
    const { invite } = await hostLoop(host);
    for (const name of ["Ana", "Ben"]) await waitingIn(host, invite, name);
    const third = laptop();
    expect(await problemOf(third, third.join(invite, "Eve"))).toEqual({ type: "tooMany" });
    expect(host.requests().length).toBe(2);
  });

  it("let an address ask only so often", async () => {
    const host = laptop({ lobbyLimits: { helloRate: { burst: 1, perSecond: 0.001 } } });
    const { invite } = await hostLoop(host);
    await waitingIn(host, invite);
    const second = laptop();
    expect(await problemOf(second, second.join(invite, "Eve"))).toEqual({ type: "tooMany" });
  });

  it("close a connection that says nothing, says too much, or speaks another language", async () => {
    const hasty = await hostLoop(laptop({ lobbyLimits: { handshakeMs: 100 } }));
    const { addresses } = await hostLoop(laptop());
    const open = () => wireClient(`ws://${addresses[0]}/lobby`, null);
    const silent = await wireClient(`ws://${hasty.addresses[0]}/lobby`, null);
    expect(await silent.until(() => true)).toEqual({ type: "refused", reason: "timedOut" });
    const strange = await open();
    strange.say("GET /");
    expect(await strange.until(() => true)).toEqual({ type: "refused", reason: "badMessage" });
    const newer = await open();
    newer.say({ type: "hello", v: 2, protocol: 2 });
    expect(await newer.until(() => true)).toEqual({ type: "refused", reason: "hostMustUpdate" });
    const large = await open();
    large.say("a".repeat(17_000));
    expect(await large.closed).toBe(1009);
    const binary = await open();
    binary.say(new Uint8Array(8));
    expect(await binary.closed).toBe(1006);
  });
});

it("a laptop that hosts nothing listens nowhere", async () => {
  const host = laptop();
  const { port } = await hostLoop(host);
  await host.lan.stop();
  expect(await isListening(port)).toBe(false);
});

const lanInterface = (address: string) => ({
  address,
  family: "IPv4" as const,
  internal: false,
  netmask: "255.255.255.0",
  mac: "02:00:00:00:00:01",
  cidr: `${address}/24`,
});
