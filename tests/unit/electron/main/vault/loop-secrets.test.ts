import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agreementKeyFrom } from "../../../../../electron/main/vault/agreement-key";
import { lobbyVault } from "../../../../../electron/main/vault/loop-exchange";
import { deriveLoopKey, secretWrapContext, topicOf } from "../../../../../electron/main/vault/loop-keys";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import { openVault, type Vault } from "../../../../../electron/main/vault/open-vault";
import { base64UrlSchema, type LoopId, loopIdSchema } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";
import { unwrapSecret, wrapSecret } from "../../../../../src/domain/sealing/key-wrap";
import { anId } from "../../../../support/builders/ids";
import vector from "../../../domain/sealing/vectors/loop-secret-v1.json";

const loop = anId(loopIdSchema, "loop");
const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));
const context = nodeCrypto.utf8("transcript");
let folder = "";
let host: Vault;
let joiner: Vault;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-loops-"));
  host = unwrap(openVault(join(folder, "host")));
  joiner = unwrap(openVault(join(folder, "joiner")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const newest = (vault: Vault, loopId: LoopId = loop) => vault.loopSecrets.newest(loopId);
const wrapped = async (to = joiner, from = host) =>
  unwrap(await lobbyVault(from).wrapSecret(loop, to.identity.agreement.publicKey, context));
const accepted = async (
  by: Vault,
  received: Parameters<ReturnType<typeof lobbyVault>["acceptSecret"]>[0],
) => {
  const result = await lobbyVault(by).acceptSecret(received);
  return result.ok ? "kept" : result.error.type;
};

describe("a loop's secret", () => {
  it("is made once, 32 random bytes, and kept over restarts", () => {
    const made = unwrap(host.loopSecrets.create(loop));
    expect(made).toMatchObject({ generation: 1 });
    expect(made.secret).toHaveLength(32);
    expect(unwrap(host.loopSecrets.create(loop))).toEqual(made);
    expect(unwrap(newest(unwrap(openVault(join(folder, "host")))))).toEqual(made);
    expect(newest(joiner)).toEqual({ ok: false, error: { type: "noLoopSecret" } });
  });

  it("of the newest generation counts; older ones are kept for reading", () => {
    const first = unwrap(host.loopSecrets.create(loop));
    const tenth = { generation: 10, secret: nodeCrypto.randomBytes(32) };
    const second = { generation: 2, secret: nodeCrypto.randomBytes(32) };
    for (const secret of [tenth, second]) expect(host.loopSecrets.keep(loop, secret).ok).toBe(true);
    expect(unwrap(newest(host))).toEqual(tenth);
    expect(unwrap(host.loopSecrets.all(loop))).toEqual([tenth, second, first]);
    expect(unwrap(host.loopSecrets.all(anId(loopIdSchema, "other")))).toEqual([]);
  });

  it("is never replaced by another one of its generation", () => {
    const { secret } = unwrap(host.loopSecrets.create(loop));
    expect(host.loopSecrets.keep(loop, { generation: 1, secret }).ok).toBe(true);
    const other = { generation: 1, secret: nodeCrypto.randomBytes(32) };
    expect(host.loopSecrets.keep(loop, other)).toEqual({ ok: false, error: { type: "otherSecret" } });
    expect(unwrap(newest(host)).secret).toEqual(secret);
  });

  it("is erased in every generation, and no other loop's", () => {
    const other = anId(loopIdSchema, "other");
    host.loopSecrets.create(loop);
    host.loopSecrets.keep(loop, { generation: 2, secret: nodeCrypto.randomBytes(32) });
    host.loopSecrets.create(other);
    expect(host.loopSecrets.destroy(loop).ok).toBe(true);
    expect(unwrap(host.loopSecrets.all(loop))).toEqual([]);
    expect(newest(host, other).ok).toBe(true);
  });

  it("that is damaged or of another generation than its file says is named and not used", () => {
    host.loopSecrets.create(loop);
    const name = (generation: number) =>
      join(folder, "host", "loops", `${Buffer.from(loop, "base64url").toString("hex")}.${generation}.json`);
    writeFileSync(name(2), readFileSync(name(1)));
    expect(newest(host)).toMatchObject({ ok: false, error: { type: "vaultDamaged" } });
    expect(host.loopSecrets.create(loop)).toMatchObject({ ok: false, error: { type: "vaultDamaged" } });
  });
});

describe("what follows from a loop's secret", () => {
  const secret = fromHex(vector.secret);

  it("is one key per label, as another program derives them", () => {
    const derived = (["topic", "signalingPassword", "transportKey", "bundleKey"] as const).map((use) =>
      Buffer.from(deriveLoopKey(secret, use)).toString("hex"),
    );
    expect(derived).toEqual(Object.values(vector.derived));
    expect(Buffer.from(topicOf(secret), "base64url").toString("hex")).toBe(vector.derived.topic);
  });

  it("is the same wrap as another program makes with the same chance", () => {
    const recipient = agreementKeyFrom(fromHex(vector.recipientAgreement));
    const loopId = loopIdSchema.parse(vector.loopId);
    const bound = secretWrapContext(loopId, vector.generation, fromHex(vector.context));
    expect(unwrapSecret(wrapOf(vector.wrap), recipient, bound, nodeCrypto)).toEqual(secret);
    const other = secretWrapContext(loopId, vector.generation + 1, fromHex(vector.context));
    expect(unwrapSecret(wrapOf(vector.wrap), recipient, other, nodeCrypto)).toBeNull();
    const again = wrapSecret(secret, recipient.publicKey, bound, nodeCrypto);
    expect(again?.ciphertext).toHaveLength(vector.wrap.ciphertext.length);
  });
});

const wrapOf = (wrap: typeof vector.wrap) => ({
  ephemeralKey: base64UrlSchema.parse(wrap.ephemeralKey),
  nonce: base64UrlSchema.parse(wrap.nonce),
  ciphertext: base64UrlSchema.parse(wrap.ciphertext),
});

describe("passing a loop's secret on", () => {
  it("gives it to the laptop it was wrapped for, durably", async () => {
    host.loopSecrets.create(loop);
    const { generation, wrap } = await wrapped();
    expect(await accepted(joiner, { loopId: loop, generation, wrap, context })).toBe("kept");
    expect(unwrap(newest(unwrap(openVault(join(folder, "joiner")))))).toEqual(unwrap(newest(host)));
    const topicsOf = async (vault: Vault) =>
      unwrap(await lobbyVault(vault).rooms(loop)).map(({ topic }) => topic);
    expect(await topicsOf(joiner)).toEqual(await topicsOf(host));
  });

  it("gives it to nobody else, in no other conversation, loop or generation", async () => {
    host.loopSecrets.create(loop);
    const { generation, wrap } = await wrapped();
    const received = { loopId: loop, generation, wrap, context };
    const third = unwrap(openVault(join(folder, "third")));
    expect(await accepted(third, received)).toBe("wrapDoesNotOpen");
    expect(await accepted(joiner, { ...received, context: nodeCrypto.utf8("other") })).toBe(
      "wrapDoesNotOpen",
    );
    expect(await accepted(joiner, { ...received, generation: 2 })).toBe("wrapDoesNotOpen");
    expect(await accepted(joiner, { ...received, loopId: anId(loopIdSchema, "x") })).toBe("wrapDoesNotOpen");
    expect(newest(joiner).ok).toBe(false);
  });

  it("does not let a host replace the secret a laptop has", async () => {
    host.loopSecrets.create(loop);
    joiner.loopSecrets.create(loop);
    const { generation, wrap } = await wrapped();
    expect(await accepted(joiner, { loopId: loop, generation, wrap, context })).toBe("otherSecret");
  });

  it("does not bring back a loop whose key was destroyed", async () => {
    host.loopSecrets.create(loop);
    joiner.keyring.destroy(loop);
    const { generation, wrap } = await wrapped();
    expect(await accepted(joiner, { loopId: loop, generation, wrap, context })).toBe("notStored");
  });

  it("is refused without a secret and to a key nobody should wrap to", async () => {
    const key = joiner.identity.agreement.publicKey;
    expect(await lobbyVault(host).wrapSecret(loop, key, context)).toEqual({
      ok: false,
      error: { type: "noLoopSecret" },
    });
    expect(await lobbyVault(host).rooms(loop)).toEqual({ ok: false, error: { type: "noLoopSecret" } });
    host.loopSecrets.create(loop);
    for (const bad of [new Uint8Array(32), new Uint8Array(31), new Uint8Array(0)])
      expect(await lobbyVault(host).wrapSecret(loop, bad, context)).toEqual({
        ok: false,
        error: { type: "unusableKey" },
      });
  });
});
