import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { vaultChannels } from "../../../../../electron/contract/vault";
import { setupVault, type VaultSetup } from "../../../../../electron/main/vault";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import { type DeviceId, type LoopId, loopIdSchema } from "../../../../../src/domain/ids";
import type { DeviceKeys } from "../../../../../src/domain/loop/roster";
import { unwrap } from "../../../../../src/domain/result";
import type { AuthenticEntry, EntryKind, SignedEntry } from "../../../../../src/domain/sealing/entries";
import { anId } from "../../../../support/builders/ids";
import { aCard, aPerson, aPlan, aSlot, loopId, noon, personId } from "../../../../support/builders/record";
import { authentic } from "../../../../support/sealing/loop-world";

/** A laptop with a vault of its own in a real folder. */
interface Laptop {
  readonly keys: DeviceKeys;
  readonly ask: VaultSetup["handlers"];
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-laptops-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const vaultOf = (name: string): VaultSetup =>
  setupVault({ userDataPath: join(folder, name), now: () => noon });

const aLaptop = async (name: string): Promise<Laptop> => {
  const ask = vaultOf(name).handlers;
  const { protection: _, ...keys } = unwrap(await ask["vault.identity"](undefined));
  return { keys, ask };
};

const slot = aSlot("morning", ["ana", "ben"]);

const sign = async (by: Laptop, kind: EntryKind, body: object): Promise<SignedEntry> =>
  unwrap(await by.ask["vault.signEntry"]({ kind, body }));

const hashOf = (entry: SignedEntry, kind: EntryKind) => authentic(entry, kind).hash;

const head = (by: Laptop) => ({ v: 1, loopId, deviceId: by.keys.deviceId, at: noon });

const seal = async (by: Laptop, name: string): Promise<AuthenticEntry<"card">> => {
  const sealed = await by.ask["vault.sealCard"]({
    card: aCard(slot, name, { "q-samples": 3 }),
    facts: { revision: 1, prev: null, counter: 0, at: noon, knownReveals: [] },
    recipients: [{ recipient: { kind: "device", deviceId: by.keys.deviceId }, agreeKey: by.keys.agreeKey }],
  });
  return authentic(unwrap(sealed), "card");
};

/** Ana's loop with Ben in it, both cards sealed, and Ana's call signed. */
const aSealedLoop = async () => {
  const [ana, ben] = [await aLaptop("ana"), await aLaptop("ben")];
  const device = (laptop: Laptop, name: string) => ({
    ...laptop.keys,
    personId: personId(name),
    label: "",
    admittedAt: noon,
  });
  const charter = await sign(ana, "charter", {
    ...head(ana),
    protocol: 3,
    facilitator: { ...ana.keys, personId: personId("ana") },
    deputies: [],
    escrow: null,
    revealScope: "loop",
  });
  const versioned = { version: 1, prev: null, reason: "" };
  const roster = await sign(ana, "roster", {
    ...head(ana),
    ...versioned,
    generation: 1,
    persons: [aPerson("ana", ["facilitator"]), aPerson("ben")],
    devices: [device(ana, "ana"), device(ben, "ben")],
    heads: [],
  });
  const plan = await sign(ana, "plan", { ...head(ana), ...versioned, plan: aPlan([slot]) });
  const cards = [await seal(ana, "ana"), await seal(ben, "ben")] as const;
  const call = await sign(ana, "call", {
    ...head(ana),
    scope: { kind: "loop" },
    rule: "allSealed",
    reason: "",
    planHash: hashOf(plan, "plan"),
    cards: cards.map(({ hash }) => hash),
    missing: [],
    heads: [],
    caller: personId("ana"),
  });
  const entries = [charter, roster, plan, ...cards.map(({ entry }) => entry), call];
  const charterHash = hashOf(charter, "charter");
  const request = { entries, callHash: hashOf(call, "call"), charterHash };
  return { ana, ben, cards, bens: cards[1], anas: cards[0], charter, plan, call, entries, request };
};

describe("the vault's identity", () => {
  it("is public keys that stay the same, and how they are guarded", async () => {
    const first = unwrap(await vaultOf("ana").handlers["vault.identity"](undefined));
    expect(unwrap(await vaultOf("ana").handlers["vault.identity"](undefined))).toEqual(first);
    expect(first.protection).toBe("softwareKey");
    expect(first.deviceId).toBe(
      nodeCrypto.toBase64Url(nodeCrypto.sha256(nodeCrypto.fromBase64Url(first.signKey))),
    );
    expect(Object.keys(first).toSorted()).toEqual(["agreeKey", "deviceId", "protection", "signKey"]);
  });

  it("is the one the lobby uses", async () => {
    const setup = vaultOf("ana");
    const { deviceId } = unwrap(await setup.handlers["vault.identity"](undefined));
    expect(setup.lobby().identity().deviceId).toBe(deviceId);
  });

  it("is refused with the file's name where the vault is damaged, and so is everything that needs it", async () => {
    await vaultOf("ana").handlers["vault.identity"](undefined);
    writeFileSync(join(folder, "ana", "vault", "identity.json"), "{}");
    const { handlers, lobby } = vaultOf("ana");
    const failure = { ok: false, error: { type: "vaultDamaged", file: "identity.json" } };
    expect(await handlers["vault.identity"](undefined)).toEqual(failure);
    expect(await handlers["vault.createSubject"]({ subjectId: loopId })).toEqual(failure);
    expect(await handlers["vault.signEntry"]({ kind: "log", body: {} })).toEqual(failure);
    expect(lobby).toThrow("vaultDamaged");
  });

  it("is not made before somebody asks", () => {
    vaultOf("ana");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("subjects", () => {
  const other = anId(loopIdSchema, "other");

  it("get a key that is lent as bytes; those without one are named", async () => {
    const { ask } = await aLaptop("ana");
    await ask["vault.createSubject"]({ subjectId: loopId });
    const lent = unwrap(await ask["vault.lendSubjectKeys"]({ subjectIds: [other, loopId] }));
    expect(lent.missing).toEqual([{ subjectId: other, reason: "noKey" }]);
    expect(lent.keys).toMatchObject([{ subjectId: loopId, keyVersion: 1 }]);
    expect(structuredClone(lent.keys[0]?.key)).toEqual(lent.keys[0]?.key);
    expect(lent.keys[0]?.key.buffer.byteLength).toBe(32);
  });

  it("lose their key and a loop its secrets when they are destroyed, and never get them again", async () => {
    const { ask } = await aLaptop("ana");
    await ask["vault.createSubject"]({ subjectId: loopId });
    await ask["vault.createLoopSecret"]({ loopId });
    expect((await ask["vault.destroySubject"]({ subjectId: loopId })).ok).toBe(true);
    const destroyed = { ok: false, error: { type: "destroyed" } };
    expect(await ask["vault.createSubject"]({ subjectId: loopId })).toEqual(destroyed);
    expect(await ask["vault.createLoopSecret"]({ loopId })).toEqual(destroyed);
    expect(await ask["vault.loopChannel"]({ loopId })).toEqual({
      ok: false,
      error: { type: "noLoopSecret" },
    });
    const { missing } = unwrap(await ask["vault.lendSubjectKeys"]({ subjectIds: [loopId] }));
    expect(missing).toEqual([{ subjectId: loopId, reason: "destroyed" }]);
  });
});

describe("a joining that broke off", () => {
  it("leaves neither key nor secret nor the word that it was borrowed, and may be made again with others", async () => {
    const { ask } = await aLaptop("lent");
    const keyOf = async () => {
      unwrap(await ask["vault.createSubject"]({ subjectId: loopId }));
      unwrap(await ask["vault.createLoopSecret"]({ loopId }));
      const [lent] = unwrap(await ask["vault.lendSubjectKeys"]({ subjectIds: [loopId] })).keys;
      return [lent?.key, unwrap(await ask["vault.loopChannel"]({ loopId })).topic];
    };
    const first = await keyOf();
    unwrap(await ask["vault.noteBorrowed"]({ loopId }));
    unwrap(await ask["vault.forgetJoining"]({ loopId }));
    const { missing } = unwrap(await ask["vault.lendSubjectKeys"]({ subjectIds: [loopId] }));
    expect(missing).toEqual([{ subjectId: loopId, reason: "noKey" }]);
    expect((await ask["vault.loopChannel"]({ loopId })).ok).toBe(false);
    expect((await ask["vault.makeRecoveryKey"](undefined)).ok).toBe(true);
    const second = await keyOf();
    expect(second[0]).not.toEqual(first[0]);
    expect(second[1]).not.toBe(first[1]);
  });

  it("brings no key back that was destroyed on purpose", async () => {
    const { ask } = await aLaptop("lent");
    unwrap(await ask["vault.createSubject"]({ subjectId: loopId }));
    unwrap(await ask["vault.destroySubject"]({ subjectId: loopId }));
    unwrap(await ask["vault.forgetJoining"]({ loopId }));
    expect(await ask["vault.createSubject"]({ subjectId: loopId })).toMatchObject({
      error: { type: "destroyed" },
    });
  });
});

describe("the channel of a loop", () => {
  it("is the same for every laptop with the secret, and needs one", async () => {
    const { ask } = await aLaptop("ana");
    expect(await ask["vault.loopChannel"]({ loopId })).toEqual({
      ok: false,
      error: { type: "noLoopSecret" },
    });
    expect(unwrap(await ask["vault.createLoopSecret"]({ loopId }))).toEqual({ generation: 1 });
    const channel = unwrap(await ask["vault.loopChannel"]({ loopId }));
    expect(unwrap(await ask["vault.loopChannel"]({ loopId }))).toEqual(channel);
    expect(channel.transportKey).toHaveLength(32);
    expect(new Set([channel.topic, channel.signalingPassword]).size).toBe(2);
    const elsewhere: LoopId = anId(loopIdSchema, "other");
    await ask["vault.createLoopSecret"]({ loopId: elsewhere });
    expect(unwrap(await ask["vault.loopChannel"]({ loopId: elsewhere })).topic).not.toBe(channel.topic);
  });
});

describe("signing for the window", () => {
  it("signs a body of this laptop that fits its kind", async () => {
    const ana = await aLaptop("ana");
    const receipt = await sign(ana, "receipt", { ...head(ana), counter: 1, envelopes: [] });
    expect(authentic(receipt, "receipt").deviceId).toBe(ana.keys.deviceId);
  });

  it.each<[string, EntryKind, object, string]>([
    ["a card, which is sealed instead", "card", {}, "kindNotSignable"],
    ["a release, which is checked first", "release", {}, "kindNotSignable"],
    ["a body that does not fit its kind", "receipt", { counter: 0 }, "bodyInvalid"],
    ["a body of another laptop", "receipt", { deviceId: "A".repeat(43) as DeviceId }, "otherDevice"],
  ])("refuses %s", async (_, kind, change, type) => {
    const ana = await aLaptop("ana");
    const body = { ...head(ana), counter: 1, envelopes: [], ...change };
    expect(await ana.ask["vault.signEntry"]({ kind, body })).toEqual({ ok: false, error: { type } });
  });

  it("names each entry or says what is wrong with it, in order", async () => {
    const ana = await aLaptop("ana");
    const receipt = await sign(ana, "receipt", { ...head(ana), counter: 1, envelopes: [] });
    const forged = { ...receipt, body: receipt.body.replace('"counter":1', '"counter":2') };
    const answers = unwrap(await ana.ask["vault.authenticate"]({ entries: [forged, receipt] }));
    expect(answers).toEqual([
      { ok: false, error: { type: "badSignature" } },
      { ok: true, value: { hash: hashOf(receipt, "receipt"), deviceId: ana.keys.deviceId } },
    ]);
  });

  it("seals a card that this laptop can open again, and no card for others only", async () => {
    const [ana, ben] = [await aLaptop("ana"), await aLaptop("ben")];
    expect((await seal(ana, "ana")).deviceId).toBe(ana.keys.deviceId);
    const forBenOnly = ana.ask["vault.sealCard"]({
      card: aCard(slot, "ana", {}),
      facts: { revision: 1, prev: null, counter: 0, at: noon, knownReveals: [] },
      recipients: [
        { recipient: { kind: "device", deviceId: ben.keys.deviceId }, agreeKey: ben.keys.agreeKey },
      ],
    });
    expect(await forBenOnly).toEqual({ ok: false, error: { type: "ownDeviceMissing" } });
  });
});

describe("releasing and opening", () => {
  it("goes from the author's laptop to a colleague's screen", async () => {
    const { ana, ben, bens, request } = await aSealedLoop();
    const release = unwrap(await ben.ask["vault.release"]({ ...request, envelopeHash: bens.hash }));
    expect(authentic(release, "release").body).toMatchObject({ releaser: "author", at: noon });
    const opened = unwrap(await ana.ask["vault.openCards"]({ cards: [{ envelope: bens.entry, release }] }));
    expect(opened).toEqual([{ ok: true, value: aCard(slot, "ben", { "q-samples": 3 }) }]);
  });

  it("is refused for a colleague's card", async () => {
    const { ben, anas, request } = await aSealedLoop();
    expect(await ben.ask["vault.release"]({ ...request, envelopeHash: anas.hash })).toEqual({
      ok: false,
      error: { type: "notMyCard" },
    });
  });

  it("is refused where the call does not count by the entries themselves, whatever the window says", async () => {
    const { ben, bens, anas, call, charter, entries, request } = await aSealedLoop();
    const refusal = async (some: readonly SignedEntry[], change: Partial<typeof request> = {}) => {
      const input = { ...request, entries: [...some], ...change, envelopeHash: bens.hash };
      const result = await ben.ask["vault.release"](input);
      return result.ok ? "released" : result.error.type;
    };
    const without = (entry: SignedEntry) => entries.filter((other) => other !== entry);
    expect(await refusal(entries)).toBe("released");
    expect(await refusal(entries, { charterHash: bens.hash })).toBe("callNotAccepted");
    expect(await refusal(without(charter))).toBe("callNotAccepted");
    expect(await refusal(without(anas.entry))).toBe("callNotAccepted");
    expect(await refusal(without(call))).toBe("callNotAccepted");
    expect(await refusal(without(bens.entry))).toBe("envelopeNotAccepted");
    const forged = { ...call, body: call.body.replace("allSealed", "early") };
    expect(await refusal([...without(call), forged])).toBe("callNotAccepted");
    const benCalls = await sign(ben, "call", {
      ...JSON.parse(call.body),
      deviceId: ben.keys.deviceId,
      caller: personId("ben"),
    });
    expect(await refusal([...entries, benCalls], { callHash: hashOf(benCalls, "call") })).toBe(
      "callNotAccepted",
    );
  });

  it("without a known beginning releases for one charter and not where two claim the loop", async () => {
    const { ben, bens, entries, charter, request } = await aSealedLoop();
    const unanchored = { ...request, charterHash: null, envelopeHash: bens.hash };
    expect((await ben.ask["vault.release"](unanchored)).ok).toBe(true);
    const rival = await sign(ben, "charter", {
      ...JSON.parse(charter.body),
      deviceId: ben.keys.deviceId,
      facilitator: { ...ben.keys, personId: personId("ben") },
    });
    expect(await ben.ask["vault.release"]({ ...unanchored, entries: [...entries, rival] })).toEqual({
      ok: false,
      error: { type: "callNotAccepted" },
    });
    const anchored = { ...request, entries: [...entries, rival], envelopeHash: bens.hash };
    expect((await ben.ask["vault.release"](anchored)).ok).toBe(true);
  });

  it("opens nothing with entries of the wrong kind or a release of another card", async () => {
    const { ana, ben, bens, anas, call, request } = await aSealedLoop();
    const release = unwrap(await ben.ask["vault.release"]({ ...request, envelopeHash: bens.hash }));
    const answers = unwrap(
      await ana.ask["vault.openCards"]({
        cards: [
          { envelope: anas.entry, release },
          { envelope: call, release },
          { envelope: bens.entry, release: call },
          { envelope: { ...bens.entry, body: `${bens.entry.body} ` }, release },
        ],
      }),
    );
    expect(answers.map((answer) => (answer.ok ? "open" : answer.error.type))).toEqual([
      "releaseOfAnother",
      "notAnEnvelope",
      "notARelease",
      "badSignature",
    ]);
  });
});

describe("the contract of the vault", () => {
  const accepts = (name: keyof typeof vaultChannels, input: unknown): boolean =>
    vaultChannels[name].input.safeParse(input).success;

  it("lets only well-formed questions in", () => {
    expect(accepts("vault.createSubject", { subjectId: loopId })).toBe(true);
    expect(accepts("vault.createSubject", { subjectId: "../../device" })).toBe(false);
    expect(accepts("vault.createLoopSecret", { loopId, generation: 7 })).toBe(false);
    expect(accepts("vault.signEntry", { kind: "constructor", body: {} })).toBe(false);
    expect(accepts("vault.identity", undefined)).toBe(true);
    expect(accepts("vault.identity", {})).toBe(false);
  });

  it("limits how much is asked at once", () => {
    const many = Array.from({ length: 10_001 }, () => loopId);
    expect(accepts("vault.lendSubjectKeys", { subjectIds: many })).toBe(false);
    expect(accepts("vault.lendSubjectKeys", { subjectIds: many.slice(1) })).toBe(true);
  });
});
