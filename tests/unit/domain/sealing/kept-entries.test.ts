import { describe, expect, it } from "vitest";
import { deviceIdentityFrom } from "../../../../electron/main/vault/device-identity";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { base64UrlSchema, deviceIdSchema, loopIdSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import { authenticate } from "../../../../src/domain/sealing/authenticate";
import { entryBodySchemas, entryKindSchema, sinceProtocol } from "../../../../src/domain/sealing/entries";
import { ownLaptopDigest } from "../../../../src/domain/sealing/own-laptop-words";
import { layOutBody, signText } from "../../../../src/domain/sealing/signing";
import { bytesToEntry, entryToBytes } from "../../../../src/domain/sealing/wire";
import protocol2 from "./vectors/entries-v2.json";
import protocol4 from "./vectors/entries-v4.json";
import protocol5 from "./vectors/entries-v5.json";

const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));

interface KeptEntry {
  readonly kind: string;
  readonly body: unknown;
  readonly entry: { readonly body: string };
  readonly hash: string;
  readonly bytes: string;
}

interface Sample {
  readonly protocol: number;
  readonly vector: {
    readonly device: { readonly signing: string; readonly agreement: string };
    readonly entries: readonly KeptEntry[];
  };
  /** Kinds that earlier protocols had, and that say more since this one. */
  readonly older: readonly string[];
}

const samples: readonly Sample[] = [
  { protocol: 2, vector: protocol2, older: [] },
  { protocol: 4, vector: protocol4, older: ["decision"] },
  { protocol: 5, vector: protocol5, older: ["card"] },
];

describe.each(samples)(
  "the kept entries of protocol $protocol, made by another program",
  ({ protocol, vector, older }) => {
    const device = deviceIdentityFrom({
      signing: fromHex(vector.device.signing),
      agreement: fromHex(vector.device.agreement),
    });

    it.each(vector.entries)("$kind is what signing the same body gives, byte for byte", (kept) => {
      const kind = entryKindSchema.parse(kept.kind);
      if (!older.includes(kind)) expect(sinceProtocol[kind]).toBe(protocol);
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
  },
);

describe("the words of a laptop in protocol 2", () => {
  it("come from these bytes", () => {
    const { loopId, deviceId, agreeKey, digest } = protocol2.ownLaptop;
    const keys = { deviceId: deviceIdSchema.parse(deviceId), agreeKey: base64UrlSchema.parse(agreeKey) };
    const made = ownLaptopDigest(loopIdSchema.parse(loopId), keys, nodeCrypto);
    expect(Buffer.from(made).toString("hex")).toBe(digest);
  });
});
