import { afterEach, describe, expect, it } from "vitest";
import { hashSchema, loopIdSchema, personIdSchema } from "../../../src/domain/ids";
import { inviteText, parseWayIn } from "../../../src/domain/loop/invite";
import { unwrap } from "../../../src/domain/result";
import { anId } from "../../support/builders/ids";
import { aLaptop, charterHash, hostLoop, type Laptop } from "../../support/lan/laptop";
import { nodeCrypto } from "../../support/lan/node-crypto";
import { openWrap } from "../../support/lan/test-vault";
import { isListening, wireClient } from "../../support/lan/wire-client";
import { wireTap } from "../../support/lan/wire-tap";

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
const ben = anId(personIdSchema, "ben");
const loopId = anId(loopIdSchema, "loop");
const admit = (host: Laptop, requestId: string, personId = ana) =>
  Promise.resolve(host.lan.handlers["lan.admit"]({ requestId, personId }));
const onlyRequest = async (host: Laptop) => {
  const [request] = await host.untilRequests((requests) => requests.length === 1);
  if (request === undefined) throw new Error("there is a request");
  return request;
};
const endOf = (joiner: Laptop, joinId: string) =>
  joiner.until(joinId, "refused").catch(() => joiner.until(joinId, "failed"));

describe("joining with the full invite", () => {
  it("lets two laptops in, each with the loop secret, the same words on both screens and nothing to compare", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    for (const [name, personId] of [
      ["Ana", ana],
      ["Ben", ben],
    ] as const) {
      const joiner = laptop();
      const joinId = joiner.join(hosting.invite, name);
      const waiting = await joiner.until(joinId, "waiting");
      const request = await onlyRequest(host);
      expect(request).toMatchObject({
        name,
        label: `${name}'s laptop`,
        invited: true,
        state: "waiting",
        loopId,
      });
      expect(request.words).toEqual(waiting.words);
      expect(waiting).toMatchObject({ compareWords: false, wordsConfirmed: false });
      const laptopIn = unwrap(await admit(host, request.requestId, personId));
      expect(laptopIn).toMatchObject({ personId, name, label: `${name}'s laptop` });
      expect(laptopIn.device.deviceId).toBe(joiner.vault.device.deviceId);
      const admitted = await joiner.until(joinId, "admitted");
      expect(admitted).toMatchObject({ loopId, generation: 1, charterHash, personId });
      expect(admitted.host.deviceId).toBe(host.vault.device.deviceId);
      expect(admitted.signalingUrls).toEqual([hosting.signalingUrl]);
      expect(joiner.vault.secrets.get(loopId)).toEqual(host.vault.secrets.get(loopId));
      expect(host.requests()).toEqual([]);
    }
  });

  it("opens the loop's room on the signaling server, and no other", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const topic = unwrap(await host.vault.rooms(loopId))[0]?.topic ?? "";
    const client = await wireClient(hosting.signalingUrl);
    client.say({ type: "subscribe", topics: [topic, "another"] });
    expect(await client.until(() => true)).toEqual({ type: "unknownTopics", topics: ["another"] });
  });

  it("goes on to the next address where nobody answers at the first", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const way = unwrap(parseWayIn(hosting.invite, { now: null }));
    if (way.kind !== "invite") throw new Error("a full invite");
    const dead = { host: "127.0.0.1", port: 9 };
    const invite = { ...way.invite, addresses: [dead, ...way.invite.addresses] };
    const joiner = laptop();
    const joinId = joiner.join(inviteText(invite));
    await joiner.until(joinId, "waiting");
    unwrap(await admit(host, (await onlyRequest(host)).requestId));
    const { signalingUrls } = await joiner.until(joinId, "admitted");
    expect(signalingUrls).toEqual([hosting.signalingUrl, "ws://127.0.0.1:9/signal"]);
  });
});

describe("joining with an invite that names several doors", () => {
  const doorOf = (host: Laptop, { addresses }: { readonly addresses: readonly string[] }) => ({
    key: hashSchema.parse(host.vault.device.deviceId),
    addresses: [...addresses],
  });
  const hostNaming = async (host: Laptop, ...others: ReturnType<typeof doorOf>[]) =>
    unwrap(await host.lan.handlers["lan.host"]({ loopId, charterHash, protocol: 1, others }));

  it("knocks at another member's door once the one that made it is closed, where the words have to be compared", async () => {
    const [host, member] = [laptop(), laptop()];
    await hostLoop(host);
    member.vault.secrets.set(loopId, host.vault.secrets.get(loopId) ?? new Uint8Array());
    const atMember = await hostLoop(member);
    const hosting = await hostNaming(host, doorOf(member, atMember));
    unwrap(await host.lan.handlers["lan.stopHosting"]({ loopId }));
    const joiner = laptop();
    const joinId = joiner.join(hosting.invite, "Cleo");
    const waiting = await joiner.until(joinId, "waiting");
    // The invite says whose key answers; of the joiner the door knows nothing.
    expect(waiting).toMatchObject({ compareWords: false });
    const request = await onlyRequest(member);
    expect(request).toMatchObject({ name: "Cleo", invited: false, words: waiting.words });
    unwrap(await admit(member, request.requestId, ben));
    const admitted = await joiner.until(joinId, "admitted");
    expect(admitted.host.deviceId).toBe(member.vault.device.deviceId);
    expect(admitted.signalingUrls).toEqual([atMember.signalingUrl, hosting.signalingUrl]);
    expect(joiner.vault.secrets.get(loopId)).toEqual(host.vault.secrets.get(loopId));
  });

  it("tells a laptop that answers at a member's address in its place nothing about the person", async () => {
    const [host, member, impostor] = [laptop(), laptop(), laptop()];
    await hostLoop(host);
    const elsewhere = await hostLoop(impostor);
    const hosting = await hostNaming(host, doorOf(member, elsewhere));
    unwrap(await host.lan.handlers["lan.stopHosting"]({ loopId }));
    const joiner = laptop();
    const joinId = joiner.join(hosting.invite);
    expect(await endOf(joiner, joinId)).toMatchObject({ step: "failed", problem: { type: "notTheHost" } });
    expect(impostor.requests()).toEqual([]);
  });
});

describe("joining with the typed code", () => {
  it("keeps nothing before the person has said that the words are the same", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const joiner = laptop();
    const joinId = joiner.join(hosting.typedCode.toLowerCase());
    const waiting = await joiner.until(joinId, "waiting");
    expect(waiting.compareWords).toBe(true);
    const request = await onlyRequest(host);
    expect(request).toMatchObject({ invited: false, words: waiting.words });
    const admitted = admit(host, request.requestId);
    await host.untilRequests((requests) => requests[0]?.state === "admitting");
    await wireClient(hosting.signalingUrl);
    expect(joiner.vault.accepted).toEqual([]);
    joiner.lan.handlers["lan.confirmWords"]({ joinId });
    expect(unwrap(await admitted).personId).toBe(ana);
    await joiner.until(joinId, "admitted");
    expect(joiner.vault.secrets.get(loopId)).toEqual(host.vault.secrets.get(loopId));
  });

  it("may confirm the words before it is admitted, and not before they are shown", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const joiner = laptop();
    const joinId = joiner.join(hosting.typedCode);
    joiner.lan.handlers["lan.confirmWords"]({ joinId });
    expect(await joiner.until(joinId, "waiting")).toMatchObject({ wordsConfirmed: false });
    joiner.lan.handlers["lan.confirmWords"]({ joinId });
    expect(joiner.steps(joinId).at(-1)).toMatchObject({ step: "waiting", wordsConfirmed: true });
    unwrap(await admit(host, (await onlyRequest(host)).requestId));
    await joiner.until(joinId, "admitted");
  });

  it("tells the facilitator that the laptop left where its person saw other words and cancelled", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const joiner = laptop();
    const joinId = joiner.join(hosting.typedCode);
    await joiner.until(joinId, "waiting");
    const admitted = admit(host, (await onlyRequest(host)).requestId);
    joiner.lan.handlers["lan.cancelJoin"]({ joinId });
    expect(await admitted).toEqual({ ok: false, error: { type: "left" } });
    expect(joiner.vault.accepted).toEqual([]);
    expect(joiner.steps(joinId).map(({ step }) => step)).toEqual(["connecting", "waiting"]);
  });
});

describe("what the network and invite holders learn", () => {
  it("is neither names nor keys nor token nor secret", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const tap = await wireTap(`ws://${hosting.addresses[0]}/lobby`);
    const joiner = laptop();
    const way = unwrap(parseWayIn(hosting.invite, { now: null }));
    if (way.kind !== "invite") throw new Error("a full invite");
    const tapped = { ...way.invite, addresses: [{ host: "127.0.0.1", port: tap.port }] };
    const joinId = joiner.join(inviteText(tapped));
    await joiner.until(joinId, "waiting");
    unwrap(await admit(host, (await onlyRequest(host)).requestId));
    await joiner.until(joinId, "admitted");
    const heard = tap.heard.join("\n");
    expect(tap.heard.length).toBeGreaterThan(4);
    const text = (bytes: Uint8Array) => nodeCrypto.toBase64Url(bytes);
    const secret = joiner.vault.secrets.get(loopId) ?? new Uint8Array();
    const hidden = [
      ...["Ana", ana, loopId, charterHash, way.invite.joinToken],
      ...[joiner.vault.device, host.vault.device].flatMap((device) => [
        device.deviceId,
        text(device.signKey),
      ]),
      text(secret),
    ];
    for (const word of hidden) expect(heard).not.toContain(word);
    await tap.stop();
  });

  it("is nothing that opens: an invite holder who was not admitted decrypts nothing, not even with another's admission", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const [joiner, holder] = [laptop(), laptop()];
    const holderId = holder.join(hosting.invite, "Eve");
    await holder.until(holderId, "waiting");
    const joinId = joiner.join(hosting.invite);
    await joiner.until(joinId, "waiting");
    const requests = await host.untilRequests((all) => all.length === 2);
    const request = requests.find(({ name }) => name === "Ana");
    unwrap(await admit(host, request?.requestId ?? ""));
    await joiner.until(joinId, "admitted");
    const [received] = joiner.vault.accepted;
    if (received === undefined) throw new Error("the joiner got the secret");
    expect(openWrap(joiner.vault.device.agreement, received.wrap, received.context)).not.toBeNull();
    expect(openWrap(holder.vault.device.agreement, received.wrap, received.context)).toBeNull();
    expect(holder.vault.secrets.size).toBe(0);
    expect((await holder.vault.acceptSecret(received)).ok).toBe(false);
    host.lan.handlers["lan.deny"]({ requestId: host.requests()[0]?.requestId ?? "" });
    expect(await endOf(holder, holderId)).toEqual({ step: "refused", problem: { type: "denied" } });
    expect(holder.vault.secrets.size).toBe(0);
  });
});

describe("one laptop that hosts two loops", () => {
  it("tells them apart by their labels and lets each have its own guests", async () => {
    const host = laptop();
    const [one, two] = [await hostLoop(host, "loop-one"), await hostLoop(host, "loop-two")];
    expect(two.port).toBe(one.port);
    expect(two.invite).not.toBe(one.invite);
    const joiner = laptop();
    const joinId = joiner.join(two.invite);
    await joiner.until(joinId, "waiting");
    const request = await onlyRequest(host);
    expect(request.loopId).toBe(two.loopId);
    unwrap(await admit(host, request.requestId));
    expect([...joiner.vault.secrets.keys()]).toEqual([two.loopId]);
  });

  it("stops listening with the last one only, and turns away who waits for the other", async () => {
    const host = laptop();
    const [one, two] = [await hostLoop(host, "loop-one"), await hostLoop(host, "loop-two")];
    const [first, second] = [laptop(), laptop()];
    const [firstId, secondId] = [first.join(one.invite), second.join(two.invite)];
    await Promise.all([first.until(firstId, "waiting"), second.until(secondId, "waiting")]);
    await host.lan.handlers["lan.stopHosting"]({ loopId: one.loopId });
    expect(await endOf(first, firstId)).toEqual({ step: "refused", problem: { type: "hostStopped" } });
    expect(host.requests().map(({ loopId: waitsFor }) => waitsFor)).toEqual([two.loopId]);
    expect(await isListening(one.port)).toBe(true);
    const again = laptop();
    expect(await endOf(again, again.join(one.invite))).toEqual({
      step: "refused",
      problem: { type: "noSuchLoop" },
    });
    await host.lan.handlers["lan.stopHosting"]({ loopId: two.loopId });
    expect(await isListening(one.port)).toBe(false);
    expect(await endOf(second, secondId)).toEqual({ step: "refused", problem: { type: "hostStopped" } });
  });

  it("relays the rooms of the loops it hosts now and no others", async () => {
    const host = laptop();
    const [one, two] = [await hostLoop(host, "loop-one"), await hostLoop(host, "loop-two")];
    const topics = await Promise.all(
      [one, two].map(async (hosted) =>
        unwrap(await host.vault.rooms(hosted.loopId)).map(({ topic }) => topic),
      ),
    );
    const unknownTo = async (signalingUrl: string) => {
      const client = await wireClient(signalingUrl);
      client.say({ type: "subscribe", topics: [...topics.flat(), "another"] });
      return client.until((message) => JSON.stringify(message).includes("unknownTopics"));
    };
    expect(await unknownTo(one.signalingUrl)).toEqual({ type: "unknownTopics", topics: ["another"] });
    await host.lan.handlers["lan.stopHosting"]({ loopId: one.loopId });
    expect(await unknownTo(two.signalingUrl)).toEqual({
      type: "unknownTopics",
      topics: [...(topics[0] ?? []), "another"],
    });
  });

  it("shows the same invite when asked again, and another one after it stopped", async () => {
    const host = laptop();
    const first = await hostLoop(host);
    expect(await hostLoop(host)).toEqual(first);
    await host.lan.handlers["lan.stopHosting"]({ loopId });
    const later = await hostLoop(host);
    const tokenIn = (invite: string) => {
      const way = unwrap(parseWayIn(invite, { now: null }));
      return way.kind === "invite" ? way.invite.joinToken : null;
    };
    expect(tokenIn(later.invite)).not.toBe(tokenIn(first.invite));
    expect(later.typedCode.split("/")[1]).toBe(first.typedCode.split("/")[1]);
  });
});
