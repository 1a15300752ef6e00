import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deviceKeyFile } from "../../../../../electron/main/vault/device-key";
import {
  eraseFile,
  readIfThere,
  sweepDrafts,
  writeDurably,
} from "../../../../../electron/main/vault/durable-file";
import { identityFile, publicKeysOf } from "../../../../../electron/main/vault/identity";
import { openDeviceLock } from "../../../../../electron/main/vault/lock/device-lock";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import { openVault } from "../../../../../electron/main/vault/open-vault";
import { readWrapped, writeWrapped } from "../../../../../electron/main/vault/wrapped-file";
import { unwrap } from "../../../../../src/domain/result";

let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "panelbook-vault-")), "vault");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

const failure = (): unknown => {
  const opened = openVault(folder);
  return opened.ok ? "open" : opened.error;
};
const path = (name: string): string => join(folder, name);
const jsonOf = (name: string) => JSON.parse(readFileSync(path(name), "utf8"));
const flip = (name: string, at: number): void => {
  const bytes = readFileSync(path(name));
  writeFileSync(path(name), bytes.with(at, (bytes[at] ?? 0) ^ 1));
};

describe("a key file", () => {
  it("is written whole, readable by its owner alone, and leaves no draft behind", () => {
    expect(writeDurably(path("a.json"), nodeCrypto.utf8("one")).ok).toBe(true);
    expect(writeDurably(path("a.json"), nodeCrypto.utf8("two")).ok).toBe(true);
    expect(readFileSync(path("a.json"), "utf8")).toBe("two");
    expect(readdirSync(folder)).toEqual(["a.json"]);
    expect(statSync(path("a.json")).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("that cannot be written leaves the old one and says what the system said", () => {
    writeDurably(path("a.json"), nodeCrypto.utf8("old"));
    expect(writeDurably(path("a.json/under-a-file"), new Uint8Array(3))).toMatchObject({
      ok: false,
      error: { type: "vaultNotWritable" },
    });
    expect(readIfThere(folder)).toEqual({ ok: false, error: { type: "vaultNotWritable", code: "EISDIR" } });
    expect(readFileSync(path("a.json"), "utf8")).toBe("old");
  });

  it("is null where there is none, and erasing none changes nothing", () => {
    expect(readIfThere(path("none"))).toEqual({ ok: true, value: null });
    expect(eraseFile(path("none")).ok).toBe(true);
  });

  it("is overwritten before it is removed", () => {
    writeDurably(path("a.json"), nodeCrypto.utf8("secret secret"));
    const watched = path("hard-link");
    // A second name for the same blocks shows what erasing leaves on the disk.
    linkSync(path("a.json"), watched);
    expect(eraseFile(path("a.json")).ok).toBe(true);
    expect(existsSync(path("a.json"))).toBe(false);
    expect(readFileSync(watched, "utf8")).not.toContain("secret");
    expect(readFileSync(watched)).toHaveLength("secret secret".length);
  });

  it("that a killed write left as a draft is swept away", () => {
    writeDurably(path("a.json"), new Uint8Array(1));
    writeFileSync(path(".b.json.0a1b2c3d.tmp"), "half");
    expect(sweepDrafts(folder).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });
});

describe("the vault of a laptop", () => {
  it("is made at the first start and the same at every later one", () => {
    const first = unwrap(openVault(folder));
    const again = unwrap(openVault(folder));
    expect(again.identity.deviceId).toBe(first.identity.deviceId);
    expect(publicKeysOf(again.identity)).toEqual(publicKeysOf(first.identity));
    const message = nodeCrypto.utf8("hello");
    expect(again.identity.sign(message)).toEqual(first.identity.sign(message));
    expect(first.protection).toBe("softwareKey");
    expect(readdirSync(folder).toSorted()).toEqual([deviceKeyFile, identityFile]);
  });

  it("is another one on another laptop", () => {
    const other = join(folder, "..", "other");
    expect(unwrap(openVault(other)).identity.deviceId).not.toBe(unwrap(openVault(folder)).identity.deviceId);
  });

  it("never writes a private key in the clear", () => {
    openVault(folder);
    const { facts, kind, format, formatVersion } = jsonOf(identityFile);
    expect({ kind, format, formatVersion }).toEqual({
      kind: "identity",
      format: "panelbook-vault",
      formatVersion: 1,
    });
    expect(Object.keys(facts).toSorted()).toEqual(["agreeKey", "deviceId", "signKey"]);
    expect(readFileSync(path(deviceKeyFile))).toHaveLength(32);
    for (const name of [deviceKeyFile, identityFile]) expect(statSync(path(name)).mode & 0o777).toBe(0o600);
  });

  it("says which file is damaged, whatever byte of it, and overwrites nothing", () => {
    openVault(folder);
    const whole = readFileSync(path(identityFile));
    for (let at = 0; at < whole.length - 1; at += 7) {
      writeFileSync(path(identityFile), whole);
      flip(identityFile, at);
      expect(failure(), `byte ${at}`).toEqual({ type: "vaultDamaged", file: identityFile });
    }
    writeFileSync(path(identityFile), whole);
    expect(failure()).toBe("open");
  });

  it("is damaged where a file was cut off or holds something else", () => {
    openVault(folder);
    for (const content of [
      "",
      "{}",
      "[1,2]",
      "null",
      readFileSync(path(identityFile), "utf8").slice(0, 50),
    ]) {
      writeFileSync(path(identityFile), content);
      expect(failure()).toEqual({ type: "vaultDamaged", file: identityFile });
    }
  });

  it("is damaged where its device key has another length, and unreadable with another device key", () => {
    openVault(folder);
    writeFileSync(path(deviceKeyFile), nodeCrypto.randomBytes(31));
    expect(failure()).toEqual({ type: "vaultDamaged", file: deviceKeyFile });
    writeFileSync(path(deviceKeyFile), nodeCrypto.randomBytes(32));
    expect(failure()).toEqual({ type: "vaultDamaged", file: identityFile });
  });

  it("without its device key is not made anew over what the old key wrapped", () => {
    openVault(folder);
    rmSync(path(deviceKeyFile));
    expect(failure()).toEqual({ type: "deviceKeyMissing" });
    expect(readdirSync(folder)).toEqual([identityFile]);
  });

  it("opens a secret only under the label it was wrapped with", () => {
    const key = unwrap(openDeviceLock({ folder }).key());
    const wrapped = key.wrap(nodeCrypto.utf8("secret"), { kind: "subjectKey", id: 1 });
    expect(key.unwrap(wrapped, { id: 1, kind: "subjectKey" })).toEqual(nodeCrypto.utf8("secret"));
    expect(key.unwrap(wrapped, { kind: "subjectKey", id: 2 })).toBeNull();
    expect(key.unwrap(wrapped, { kind: "identity", id: 1 })).toBeNull();
  });

  it("does not take a file of another kind, whatever it says of itself", () => {
    const key = unwrap(openDeviceLock({ folder }).key());
    const facts = { subjectId: "noor" };
    writeWrapped(path("a.json"), nodeCrypto.utf8("secret"), { kind: "subjectKey", facts }, key);
    const read = (kind: "subjectKey" | "loopSecret") => readWrapped(path("a.json"), { kind, facts }, key);
    expect(read("subjectKey")).toMatchObject({ ok: true, value: { facts } });
    const damaged = { ok: false, error: { type: "vaultDamaged", file: "a.json" } };
    expect(read("loopSecret")).toEqual(damaged);
    writeFileSync(path("a.json"), JSON.stringify({ ...jsonOf("a.json"), kind: "loopSecret" }));
    expect([read("loopSecret"), read("subjectKey")]).toEqual([damaged, damaged]);
  });

  it("does not take one laptop's identity with another's public keys", () => {
    openVault(folder);
    const other = join(folder, "..", "other");
    openVault(other);
    const theirs = JSON.parse(readFileSync(join(other, identityFile), "utf8")).facts;
    writeFileSync(path(identityFile), JSON.stringify({ ...jsonOf(identityFile), facts: theirs }));
    expect(failure()).toEqual({ type: "vaultDamaged", file: identityFile });
  });
});
