import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { deviceKeyFile } from "../../../../../electron/main/vault/device-key";
import { publicKeysOf } from "../../../../../electron/main/vault/identity";
import { openVault } from "../../../../../electron/main/vault/open-vault";
import { subjectIdSchema } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";

const kept = z
  .object({
    deviceKey: z.string(),
    files: z.record(z.string(), z.string()),
    keys: z.record(z.string(), z.string()),
    subjectId: subjectIdSchema,
    subjectKey: z.string(),
    madeAt: z.string(),
  })
  .parse(JSON.parse(readFileSync(new URL("./samples/vault-v1.json", import.meta.url), "utf8")));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-kept-vault-"));
  writeFileSync(join(folder, deviceKeyFile), Buffer.from(kept.deviceKey, "hex"));
  for (const [name, text] of Object.entries(kept.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("a vault that an earlier program wrote opens with its identity, a subject's key and the recovery key", () => {
  const vault = unwrap(openVault(folder));
  expect(publicKeysOf(vault.identity)).toEqual(kept.keys);
  const lent = unwrap(vault.keyring.lend(kept.subjectId));
  expect([lent.keyVersion, Buffer.from(lent.key).toString("hex")]).toEqual([1, kept.subjectKey]);
  expect(unwrap(vault.recovery.state())).toEqual({ madeAt: kept.madeAt, canOpen: false });
});

it("a file of it that says it is of a later version is left closed", () => {
  const later = kept.files["identity.json"]?.replace('"formatVersion":1', '"formatVersion":2') ?? "";
  writeFileSync(join(folder, "identity.json"), later);
  expect(openVault(folder)).toEqual({ ok: false, error: { type: "vaultDamaged", file: "identity.json" } });
});
