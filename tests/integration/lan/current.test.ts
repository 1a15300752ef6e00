import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { followGenerations, newGeneration } from "../../../electron/main/vault/generation-handlers";
import { publicKeysOf } from "../../../electron/main/vault/identity";
import { roomSealOf } from "../../../electron/main/vault/room-seal";
import { unwrap } from "../../../src/domain/result";
import type { AuthenticEntry, SignedEntry } from "../../../src/domain/sealing/entries";
import { buildLedger } from "../../../src/domain/sealing/ledger/ledger";
import { passagesOf } from "../../../src/domain/sealing/passages";
import { aVaultLaptop, type VaultLaptop } from "../../support/lan/vault-laptop";
import { aCharter, aRoster, authentic, loopId, noon, personId } from "../../support/sealing/loop-world";

let folder = "";
let ana: VaultLaptop;
let ben: VaultLaptop;
let cleo: VaultLaptop;
let dora: VaultLaptop;
let charter: AuthenticEntry<"charter">;
let entries: AuthenticEntry[];
let url = "";

/** Ana removes somebody: everybody in this roster gets the next generation's secret. */
const raise = (stay: readonly VaultLaptop[]) => {
  const before = entries.findLast((entry) => entry.kind === "roster") as AuthenticEntry<"roster">;
  const roster = aRoster(
    {
      version: before.body.version + 1,
      prev: before.hash,
      generation: before.body.generation + 1,
      persons: before.body.persons,
      devices: stay.map(({ device }) => device),
      reason: "left the panel",
    },
    ana.vault.identity,
  );
  const record = authentic(unwrap(newGeneration(ana.vault, roster.entry, noon)), "generation");
  entries.push(roster, record);
  follow(ana, entries);
};

const follow = (laptop: VaultLaptop, known: readonly (AuthenticEntry | SignedEntry)[]) =>
  followGenerations(laptop.vault, {
    loopId,
    entries: known.map((entry) => ("entry" in entry ? entry.entry : entry)),
    charterHash: charter.hash,
  });

/** What Ana's window tells main whenever its ledger changes. */
const offer = () => {
  const ledger = buildLedger(entries, { loopId, anchor: { charterHash: charter.hash, founder: null } });
  const passages = passagesOf(ledger).map(({ from, entries: some }) => ({ from, entries: [...some] }));
  return ana.lan.handlers["lan.offerPassages"]({ loopId, passages });
};

const ask = (laptop: VaultLaptop) => laptop.lan.handlers["lan.askCurrent"]({ loopId, signalingUrls: [url] });
const newestOf = ({ vault }: VaultLaptop) => unwrap(vault.loopSecrets.newest(loopId));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-current-"));
  [ana, ben, cleo, dora] = ["ana", "ben", "cleo", "dora"].map((name) => aVaultLaptop(folder, name)) as [
    VaultLaptop,
    VaultLaptop,
    VaultLaptop,
    VaultLaptop,
  ];
  charter = aCharter(
    { facilitator: { ...publicKeysOf(ana.vault.identity), personId: personId("ana") } },
    ana.vault.identity,
  );
  const persons = aRoster().body.persons.concat({
    ...aRoster().body.persons[1],
    personId: personId("dora"),
  } as never);
  const first = aRoster(
    { persons, devices: [ana, ben, cleo, dora].map(({ device }) => device) },
    ana.vault.identity,
  );
  entries = [charter, first];
  const founded = unwrap(ana.vault.loopSecrets.create(loopId));
  for (const { vault } of [ben, cleo, dora]) unwrap(vault.loopSecrets.keep(loopId, founded));
  const hosted = unwrap(
    await ana.lan.handlers["lan.host"]({ loopId, charterHash: charter.hash, protocol: 2 }),
  );
  url = `ws://127.0.0.1:${hosted.port}/signal`;
  await offer();
});
afterEach(async () => {
  for (const { lan } of [ana, ben, cleo, dora]) await lan.stop();
  for (const { bugs } of [ana, ben, cleo, dora]) expect(bugs).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

describe("a laptop that slept through a new generation", () => {
  it("is told the way and follows it", async () => {
    raise([ana, ben, dora]);
    await offer();
    const told = unwrap(await ask(ben));
    if (told.state !== "moved") throw new Error(told.state);
    expect(follow(ben, told.entries)).toEqual({ ok: true, value: { generation: 2, moved: true } });
    expect(newestOf(ben)).toEqual(newestOf(ana));
    expect(unwrap(await ask(ben))).toEqual({ state: "newest" });
  });

  it("climbs through every generation it slept through", async () => {
    raise([ana, ben, dora]);
    raise([ana, ben]);
    await offer();
    for (const generation of [2, 3]) {
      const told = unwrap(await ask(ben));
      if (told.state !== "moved") throw new Error(told.state);
      expect(follow(ben, told.entries)).toMatchObject({ value: { generation } });
    }
    expect(newestOf(ben)).toEqual(newestOf(ana));
  });

  it("is told by a host that is no facilitator as well", async () => {
    raise([ana, ben, dora]);
    await ana.lan.stop();
    follow(dora, entries);
    const hosted = unwrap(
      await dora.lan.handlers["lan.host"]({ loopId, charterHash: charter.hash, protocol: 2 }),
    );
    const ledger = buildLedger(entries, { loopId, anchor: { charterHash: charter.hash, founder: null } });
    const passages = passagesOf(ledger).map(({ from, entries: some }) => ({ from, entries: [...some] }));
    await dora.lan.handlers["lan.offerPassages"]({ loopId, passages });
    url = `ws://127.0.0.1:${hosted.port}/signal`;
    const told = unwrap(await ask(ben));
    expect(told.state === "moved" ? follow(ben, told.entries) : told).toMatchObject({
      value: { generation: 2, moved: true },
    });
  });

  it("hears that its room is the newest where it is", async () => {
    expect(unwrap(await ask(ben))).toEqual({ state: "newest" });
  });
});

describe("a laptop that was removed", () => {
  it("learns that it was removed, signed, and no secret", async () => {
    raise([ana, ben, dora]);
    await offer();
    const told = unwrap(await ask(cleo));
    if (told.state !== "moved") throw new Error(told.state);
    const before = newestOf(cleo);
    expect(follow(cleo, told.entries)).toEqual({ ok: true, value: { generation: 1, moved: false } });
    expect(newestOf(cleo)).toEqual(before);
    const bodies = told.entries.map(({ body }) => body);
    expect(bodies.some((body) => body.includes("left the panel"))).toBe(true);
  });

  it("learns nothing of what came after", async () => {
    raise([ana, ben, dora]);
    raise([ana, ben]);
    await offer();
    const told = unwrap(await ask(cleo));
    const [second, third] = entries.filter(({ kind }) => kind === "roster").slice(1);
    const bodies = told.state === "moved" ? told.entries.map(({ body }) => body) : [];
    expect(bodies).toContain(second?.entry.body);
    expect(bodies).not.toContain(third?.entry.body);
  });
});

const answerTo = (text: string): Promise<string | null> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url.replace("/signal", "/current"));
    let said: string | null = null;
    socket.on("message", (data) => {
      said = data.toString();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(said));
    socket.on("open", () => socket.send(text));
  });

describe("whoever was never in the loop", () => {
  it("cannot read an answer, though it saw the topic on the wire", async () => {
    const { topic } = roomSealOf(newestOf(cleo));
    raise([ana, ben, dora]);
    await offer();
    const answer = JSON.parse((await answerTo(JSON.stringify({ type: "current?", v: 1, topic }))) ?? "{}");
    expect(answer.type).toBe("passage");
    const bytes = new Uint8Array(Buffer.from(answer.box, "base64url"));
    const readable = Buffer.from(bytes).toString("latin1");
    for (const text of ["left the panel", "ana", "generation"]) expect(readable).not.toContain(text);
    expect(roomSealOf({ generation: 1, secret: new Uint8Array(32) }).open(bytes)).toBeNull();
    expect(roomSealOf(newestOf(cleo)).open(bytes)).not.toBeNull();
  });

  it("hears nothing of a topic that is none of the loop's", async () => {
    const topic = "A".repeat(43);
    expect(await answerTo(JSON.stringify({ type: "current?", v: 1, topic }))).toBe('{"type":"unknown"}');
  });

  it("gets no answer to anything else", async () => {
    for (const text of ["", "current?", "[]", '{"type":"current?","v":2}', "x".repeat(2000)])
      expect(await answerTo(text)).toBeNull();
  });

  it("may ask so often and no more", async () => {
    const question = JSON.stringify({ type: "current?", v: 1, topic: "A".repeat(43) });
    const answers: (string | null)[] = [];
    for (let count = 0; count < 30; count += 1) answers.push(await answerTo(question));
    expect(answers[0]).not.toBeNull();
    expect(answers.at(-1)).toBeNull();
  });
});

describe("asking where nobody can answer", () => {
  it("says that nobody was reached, and takes no address that is none of a host", async () => {
    await ana.lan.stop();
    expect(await ask(ben)).toEqual({ ok: false, error: { type: "unreachable" } });
    const elsewhere = ["http://127.0.0.1/signal", "ws://example.org/signal", "ws://127.0.0.1:1/other"];
    expect(await ben.lan.handlers["lan.askCurrent"]({ loopId, signalingUrls: elsewhere })).toEqual({
      ok: false,
      error: { type: "unreachable" },
    });
  });

  it("says unknown where the host knows another loop", async () => {
    await ana.lan.handlers["lan.stopHosting"]({ loopId });
    const other = aVaultLaptop(folder, "other");
    unwrap(other.vault.loopSecrets.create(loopId));
    const hosted = unwrap(
      await other.lan.handlers["lan.host"]({ loopId, charterHash: charter.hash, protocol: 2 }),
    );
    url = `ws://127.0.0.1:${hosted.port}/signal`;
    expect(unwrap(await ask(ben))).toEqual({ state: "unknown" });
    await other.lan.stop();
  });
});
