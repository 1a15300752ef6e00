import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { deviceKeyFile } from "../../../../../electron/main/vault/device-key";
import { openVault } from "../../../../../electron/main/vault/open-vault";
import { loopIdSchema } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";

const kept = z
  .object({
    deviceKey: z.string(),
    loopId: loopIdSchema,
    files: z.record(z.string(), z.string()),
    newestFirst: z.array(z.object({ generation: z.number(), secret: z.string() })),
  })
  .parse(JSON.parse(readFileSync(new URL("./samples/loop-secrets-v1.json", import.meta.url), "utf8")));
const [firstFile = "", secondFile = ""] = Object.keys(kept.files);

let folder = "";
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-kept-secrets-"));
  writeFileSync(join(folder, deviceKeyFile), Buffer.from(kept.deviceKey, "hex"));
  for (const [name, text] of Object.entries(kept.files)) write(name, text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const secrets = () => unwrap(openVault(folder)).loopSecrets;

it("a loop's secrets that an earlier program wrote open, the newest of the branch it followed last first", () => {
  const all = unwrap(secrets().all(kept.loopId));
  expect(
    all.map(({ generation, secret }) => ({ generation, secret: Buffer.from(secret).toString("hex") })),
  ).toEqual(kept.newestFirst);
  expect(unwrap(secrets().newest(kept.loopId))).toEqual(all[0]);
});

it("a file under the name of another generation, or of a later version, is left closed", () => {
  write(secondFile, kept.files[firstFile] ?? "");
  const damaged = { ok: false, error: { type: "vaultDamaged", file: secondFile.replace("loops/", "") } };
  expect(secrets().all(kept.loopId)).toEqual(damaged);
  write(secondFile, kept.files[secondFile]?.replace('"formatVersion":1', '"formatVersion":2') ?? "");
  expect(secrets().all(kept.loopId)).toEqual(damaged);
});
