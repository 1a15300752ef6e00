import { describe, expect, it } from "vitest";
import { deviceIdentityFrom } from "../../../../electron/main/vault/device-identity";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { unwrap } from "../../../../src/domain/result";
import { authenticate } from "../../../../src/domain/sealing/authenticate";
import { entryBodySchemas, entryKindSchema } from "../../../../src/domain/sealing/entries";
import { layOutBody, signText } from "../../../../src/domain/sealing/signing";
import { bytesToEntry, entryToBytes } from "../../../../src/domain/sealing/wire";
import vector from "./vectors/entries-v5.json";

const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));
const device = deviceIdentityFrom({
  signing: fromHex(vector.device.signing),
  agreement: fromHex(vector.device.agreement),
});

describe("the kept entries of protocol 5, made by another program", () => {
  it.each(vector.entries)("$kind is what signing the same body gives, byte for byte", (kept) => {
    const kind = entryKindSchema.parse(kept.kind);
    const entry = signText(kind, unwrap(layOutBody(kind, kept.body)), device, nodeCrypto);
    expect(entry).toEqual(kept.entry);
    expect(Buffer.from(entryToBytes(entry, nodeCrypto)).toString("hex")).toBe(kept.bytes);
  });

  it.each(vector.entries)(
    "$kind is authentic, has the hash it always had and reads as it was written",
    (kept) => {
      const entry = unwrap(bytesToEntry(fromHex(kept.bytes), nodeCrypto));
      const authentic = unwrap(authenticate(entry, nodeCrypto));
      expect(authentic.hash).toBe(kept.hash);
      expect(authentic.body).toEqual(entryBodySchemas[authentic.kind].parse(kept.body));
    },
  );

  it.each(vector.entries)("$kind is refused where one letter of it was changed", (kept) => {
    const changed = { ...kept.entry, body: kept.entry.body.replace("2026-11-23", "2026-11-24") };
    expect(authenticate(changed, nodeCrypto)).toEqual({ ok: false, error: { type: "badSignature" } });
  });
});
