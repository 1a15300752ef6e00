import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { followGenerations, newGeneration } from "../../../../../electron/main/vault/generation-handlers";
import { publicKeysOf } from "../../../../../electron/main/vault/identity";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import { openVault, type Vault } from "../../../../../electron/main/vault/open-vault";
import { signEntry as signAsWindow } from "../../../../../electron/main/vault/sealing-handlers";
import { deviceSchema } from "../../../../../src/domain/loop/roster";
import { unwrap } from "../../../../../src/domain/result";
import type { AuthenticEntry, RosterBody } from "../../../../../src/domain/sealing/entries";
import { aCharter, aRoster, authentic, loopId, noon, personId } from "../../../../support/sealing/loop-world";

let folder = "";
let vaults: Record<"ana" | "ben" | "cleo", Vault>;
let charter: AuthenticEntry<"charter">;
let first: AuthenticEntry<"roster">;

const deviceOf = (name: keyof typeof vaults) =>
  deviceSchema.parse({
    ...publicKeysOf(vaults[name].identity),
    personId: personId(name),
    label: "",
    admittedAt: noon,
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-generations-"));
  const open = (name: string) => unwrap(openVault(join(folder, name)));
  vaults = { ana: open("ana"), ben: open("ben"), cleo: open("cleo") };
  const { ana, ben, cleo } = vaults;
  charter = aCharter(
    { facilitator: { ...publicKeysOf(ana.identity), personId: personId("ana") } },
    ana.identity,
  );
  first = aRoster({ devices: [deviceOf("ana"), deviceOf("ben"), deviceOf("cleo")] }, ana.identity);
  const founded = unwrap(ana.loopSecrets.create(loopId));
  for (const { loopSecrets } of [ben, cleo]) unwrap(loopSecrets.keep(loopId, founded));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The roster after `before` with these laptops, signed by Ana, and its record as main makes it. */
const raise = (before: AuthenticEntry<"roster">, devices: RosterBody["devices"], reason = "left") => {
  const roster = aRoster(
    {
      version: before.body.version + 1,
      prev: before.hash,
      generation: before.body.generation + 1,
      devices,
      reason,
    },
    vaults.ana.identity,
  );
  const record = authentic(unwrap(newGeneration(vaults.ana, roster.entry, noon)), "generation");
  return { roster, record };
};

const follow = (vault: Vault, entries: readonly AuthenticEntry[]) =>
  followGenerations(vault, {
    loopId,
    entries: entries.map(({ entry }) => entry),
    charterHash: charter.hash,
  });
const newest = (vault: Vault) => unwrap(vault.loopSecrets.newest(loopId));

describe("a new generation in main", () => {
  it("reaches every laptop of the roster with one and the same fresh secret", () => {
    const { roster, record } = raise(first, [deviceOf("ana"), deviceOf("ben")]);
    for (const vault of [vaults.ana, vaults.ben])
      expect(follow(vault, [charter, first, roster, record])).toEqual({
        ok: true,
        value: { generation: 2, moved: true },
      });
    expect(newest(vaults.ana)).toEqual(newest(vaults.ben));
    expect(newest(vaults.ana).secret).not.toEqual(unwrap(vaults.ana.loopSecrets.all(loopId))[1]?.secret);
  });

  it("leaves the removed laptop with the secret it had", () => {
    const { roster, record } = raise(first, [deviceOf("ana"), deviceOf("ben")]);
    expect(follow(vaults.cleo, [charter, first, roster, record])).toEqual({
      ok: true,
      value: { generation: 1, moved: false },
    });
    expect(unwrap(vaults.cleo.loopSecrets.all(loopId))).toHaveLength(1);
  });

  it("is kept over a restart and followed once", () => {
    const { roster, record } = raise(first, [deviceOf("ana"), deviceOf("ben")]);
    follow(vaults.ben, [charter, first, roster, record]);
    const reopened = unwrap(openVault(join(folder, "ben")));
    expect(newest(reopened).generation).toBe(2);
    expect(follow(reopened, [charter, first, roster, record])).toMatchObject({ value: { moved: false } });
  });

  it("is nothing to this laptop itself before the record is in the loop", () => {
    raise(first, [deviceOf("ana"), deviceOf("ben")]);
    expect(newest(vaults.ana).generation).toBe(1);
  });

  it("of a stranger's making is not followed, though its wrap opens", () => {
    const { ana, ben, cleo } = vaults;
    const own = aRoster(
      { version: 2, prev: first.hash, generation: 2, devices: [deviceOf("ben"), deviceOf("cleo")] },
      cleo.identity,
    );
    const record = authentic(unwrap(newGeneration(cleo, own.entry, noon)), "generation");
    expect(follow(ben, [charter, first, own, record])).toMatchObject({ value: { moved: false } });
    const otherCharter = aCharter(
      { facilitator: { ...publicKeysOf(cleo.identity), personId: personId("ana") } },
      cleo.identity,
    );
    expect(follow(ben, [otherCharter, first, own, record])).toMatchObject({ value: { moved: false } });
    expect(newest(ben)).toEqual(newest(ana));
  });

  it("that was slept through is kept for reading, and the last one counts", () => {
    const second = raise(first, [deviceOf("ana"), deviceOf("ben")]);
    const third = raise(second.roster, [deviceOf("ana"), deviceOf("ben")]);
    const entries = [charter, first, second.roster, second.record, third.roster, third.record];
    expect(follow(vaults.ben, entries)).toEqual({ ok: true, value: { generation: 3, moved: true } });
    expect(unwrap(vaults.ben.loopSecrets.all(loopId)).map(({ generation }) => generation)).toEqual([3, 2, 1]);
  });

  it("of the branch that lost gives way to the one that counts, and stays readable", () => {
    const rivals = ["left", "moved on"].map((reason) =>
      raise(first, [deviceOf("ana"), deviceOf("ben")], reason),
    );
    const [one, other] = rivals.toSorted((a, b) => (a.roster.hash < b.roster.hash ? -1 : 1));
    if (one === undefined || other === undefined) throw new Error("two rivals");
    follow(vaults.ben, [charter, first, other.roster, other.record]);
    const lost = newest(vaults.ben);
    const all = [charter, first, one.roster, one.record, other.roster, other.record];
    expect(follow(vaults.ben, all)).toMatchObject({ value: { generation: 2, moved: true } });
    expect(newest(vaults.ben)).not.toEqual(lost);
    expect(unwrap(vaults.ben.loopSecrets.all(loopId))).toContainEqual(lost);
    follow(vaults.ana, all);
    expect(newest(vaults.ana)).toEqual(newest(vaults.ben));
    expect(newest(unwrap(openVault(join(folder, "ben"))))).toEqual(newest(vaults.ana));
  });

  it("gives no way to an older one of which this laptop has the record and of the newer one not", () => {
    const second = raise(first, [deviceOf("ana"), deviceOf("ben")]);
    const fromLobby = { generation: 3, secret: nodeCrypto.randomBytes(32) };
    unwrap(vaults.ben.loopSecrets.keep(loopId, fromLobby));
    expect(follow(vaults.ben, [charter, first, second.roster, second.record])).toMatchObject({
      value: { generation: 3, moved: false },
    });
  });

  it("whose wrap for this laptop does not open is said and not followed", () => {
    const { roster, record } = raise(first, [deviceOf("ana"), deviceOf("ben")]);
    const { ben, cleo } = vaults;
    const otherKey = { ...ben, identity: { ...ben.identity, agreement: cleo.identity.agreement } };
    expect(follow(otherKey, [charter, first, roster, record])).toEqual({
      ok: false,
      error: { type: "wrapDoesNotOpen" },
    });
    expect(newest(ben).generation).toBe(1);
  });

  it("is made for a roster of this laptop only, and never for the first", () => {
    const { roster } = raise(first, [deviceOf("ana"), deviceOf("ben")]);
    expect(newGeneration(vaults.ben, roster.entry, noon)).toEqual({
      ok: false,
      error: { type: "otherDevice" },
    });
    expect(newGeneration(vaults.ana, first.entry, noon)).toEqual({
      ok: false,
      error: { type: "firstGeneration" },
    });
    expect(newGeneration(vaults.ana, charter.entry, noon)).toEqual({
      ok: false,
      error: { type: "notARoster" },
    });
  });

  it("cannot be signed by the window", () => {
    const { record } = raise(first, [deviceOf("ana"), deviceOf("ben")]);
    expect(signAsWindow(vaults.ana, "generation", record.body)).toEqual({
      ok: false,
      error: { type: "kindNotSignable" },
    });
  });
});
