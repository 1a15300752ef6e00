import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileNameOf, type Keyring, openKeyring } from "../../../../../electron/main/vault/keyring";
import { openDeviceLock } from "../../../../../electron/main/vault/lock/device-lock";
import { candidateIdSchema, type SubjectId } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";

const noor: SubjectId = anId(candidateIdSchema, "noor");
const omar: SubjectId = anId(candidateIdSchema, "omar");
let folder = "";
let keyring: Keyring;
const reopened = (): Keyring => openKeyring(folder, unwrap(openDeviceLock({ folder }).key()));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-keyring-"));
  keyring = reopened();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keyFile = (subjectId: SubjectId): string => join(folder, "subjects", `${fileNameOf(subjectId)}.json`);
const marker = (subjectId: SubjectId): string =>
  join(folder, "subjects", `${fileNameOf(subjectId)}.destroyed`);
const lent = (subjectId: SubjectId, from = keyring): unknown => {
  const key = from.lend(subjectId);
  return key.ok ? Buffer.from(key.value.key).toString("hex") : key.error;
};

describe("the keyring", () => {
  it("has one random key per subject, the same after a restart", () => {
    keyring.create(noor);
    keyring.create(omar);
    expect(lent(noor)).toMatch(/^[0-9a-f]{64}$/);
    expect(lent(noor)).not.toBe(lent(omar));
    expect(lent(noor, reopened())).toBe(lent(noor));
    expect(unwrap(keyring.lend(noor)).keyVersion).toBe(1);
  });

  it("keeps a key that is made a second time", () => {
    keyring.create(noor);
    const before = lent(noor);
    expect(keyring.create(noor).ok).toBe(true);
    expect(lent(noor)).toBe(before);
  });

  it("never makes a key by lending", () => {
    expect(lent(noor)).toEqual({ type: "noKey" });
    expect(existsSync(keyFile(noor))).toBe(false);
  });

  it("does not write a key in the clear", () => {
    keyring.create(noor);
    const key = unwrap(keyring.lend(noor)).key;
    const file = readFileSync(keyFile(noor), "utf8");
    expect(file).not.toContain(Buffer.from(key).toString("base64url"));
    expect(file).not.toContain(Buffer.from(key).toString("hex"));
  });

  it("tells subjects apart whose ids differ by upper and lower case only", () => {
    const upper: SubjectId = anId(candidateIdSchema, "NOOR");
    expect(fileNameOf(upper).toLowerCase()).not.toBe(fileNameOf(noor).toLowerCase());
    keyring.create(noor);
    keyring.create(upper);
    expect(lent(upper)).not.toBe(lent(noor));
  });

  it("refuses a damaged key and one that stands under another subject's name, and keeps the file", () => {
    keyring.create(noor);
    keyring.create(omar);
    writeFileSync(keyFile(noor), readFileSync(keyFile(omar)));
    const damaged = { type: "vaultDamaged", file: `${fileNameOf(noor)}.json` };
    expect(lent(noor)).toEqual(damaged);
    expect(keyring.create(noor)).toEqual({ ok: false, error: damaged });
    expect(readFileSync(keyFile(noor))).toEqual(readFileSync(keyFile(omar)));
  });

  it("destroys one key for good and touches no other", () => {
    keyring.create(noor);
    keyring.create(omar);
    const before = lent(omar);
    expect(keyring.destroy(noor).ok).toBe(true);
    expect(keyring.destroy(noor).ok).toBe(true);
    expect(existsSync(keyFile(noor))).toBe(false);
    expect(lent(noor)).toEqual({ type: "destroyed" });
    expect(keyring.create(noor)).toEqual({ ok: false, error: { type: "destroyed" } });
    expect(lent(noor, reopened())).toEqual({ type: "destroyed" });
    expect(lent(omar)).toBe(before);
    expect(readdirSync(join(folder, "subjects")).toSorted()).toEqual(
      [`${fileNameOf(noor)}.destroyed`, `${fileNameOf(omar)}.json`].toSorted(),
    );
  });

  it("finishes destroying what a crash left half destroyed", () => {
    keyring.create(noor);
    writeFileSync(marker(noor), "");
    expect(lent(noor)).toEqual({ type: "destroyed" });
    expect(existsSync(keyFile(noor))).toBe(false);
  });
});
