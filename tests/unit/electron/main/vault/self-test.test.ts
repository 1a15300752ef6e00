import { describe, expect, it } from "vitest";
import { runVaultSelfTest } from "../../../../../electron/main/vault/self-test";

describe("the vault's self-test", () => {
  it.each([...runVaultSelfTest().checks])("holds for $name", ({ ok }) => {
    expect(ok).toBe(true);
  });

  it("covers every primitive the protocol uses", () => {
    const names = runVaultSelfTest().checks.map(({ name }) => name.split(/[ (]/)[0]);
    expect([...new Set(names)]).toEqual([
      "SHA-256",
      "HKDF-SHA-256",
      "Ed25519",
      "X25519",
      "AES-256-GCM",
      "scrypt",
      "random",
      "UTF-8",
    ]);
  });
});
