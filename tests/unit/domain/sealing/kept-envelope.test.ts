import { describe, expect, it } from "vitest";
import { agreementKeyFrom } from "../../../../electron/main/vault/agreement-key";
import { deviceIdentityFrom } from "../../../../electron/main/vault/device-identity";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { cardSchema } from "../../../../src/domain/card/card";
import { sealedForm } from "../../../../src/domain/card/card-versions";
import { deviceIdSchema, hashSchema, timestampSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import { authenticate } from "../../../../src/domain/sealing/authenticate";
import type { CryptoPort } from "../../../../src/domain/sealing/crypto-port";
import { signedEntrySchema } from "../../../../src/domain/sealing/entries";
import { sealCard } from "../../../../src/domain/sealing/envelope";
import { unwrapContentKey } from "../../../../src/domain/sealing/open-card";
import { openReleased, releaseCard } from "../../../../src/domain/sealing/release";
import { bytesToEntry, entryToBytes } from "../../../../src/domain/sealing/wire";
import { authentic } from "../../../support/sealing/loop-world";
import vector from "./vectors/envelope-v1.json";

const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));
const device = deviceIdentityFrom({
  signing: fromHex(vector.device.signing),
  agreement: fromHex(vector.device.agreement),
});

/** Chance as the vector dictates it. */
const dictated = (): CryptoPort => {
  const random = [...vector.chance.randomBytes];
  const keys = [...vector.chance.ephemeralKeys];
  return {
    ...nodeCrypto,
    randomBytes: (length) => {
      const bytes = fromHex(random.shift() ?? "");
      if (bytes.length !== length) throw new Error(`${length} random bytes were asked for`);
      return bytes;
    },
    ephemeralX25519: () => agreementKeyFrom(fromHex(keys.shift() ?? "")),
  };
};

const escrowDevice = deviceIdSchema.parse(vector.escrow.deviceId);
const facts = {
  ...vector.facts,
  prev: hashSchema.parse(vector.facts.prev),
  at: timestampSchema.parse(vector.facts.at),
  knownReveals: vector.facts.knownReveals.map((hash) => hashSchema.parse(hash)),
};
const card = cardSchema.parse(vector.card);
const kept = authentic(signedEntrySchema.parse(vector.envelope.entry), "card");

describe("the kept envelope of protocol version 1, made by another program", () => {
  it("is what sealing the same card with the same chance gives, byte for byte", () => {
    const escrowKey = agreementKeyFrom(fromHex(vector.escrow.agreement)).publicKey;
    const sealed = sealCard(
      card,
      facts,
      [
        {
          recipient: { kind: "device", deviceId: deviceIdSchema.parse(device.deviceId) },
          agreeKey: device.agreement.publicKey,
        },
        { recipient: { kind: "escrow", deviceId: escrowDevice }, agreeKey: escrowKey },
      ],
      device,
      dictated(),
    );
    expect(unwrap(sealed)).toEqual(vector.envelope.entry);
    expect(Buffer.from(entryToBytes(unwrap(sealed), nodeCrypto)).toString("hex")).toBe(vector.envelope.bytes);
  });

  it("is authentic and has the hash it always had", () => {
    const entry = unwrap(bytesToEntry(fromHex(vector.envelope.bytes), nodeCrypto));
    expect(unwrap(authenticate(entry, nodeCrypto)).hash).toBe(vector.envelope.hash);
  });

  it("gives its key to the author's laptop and to escrow", () => {
    const escrow = {
      ...device,
      deviceId: vector.escrow.deviceId,
      agreement: agreementKeyFrom(fromHex(vector.escrow.agreement)),
    };
    for (const recipient of [device, escrow]) {
      const key = unwrap(unwrapContentKey(kept, recipient, nodeCrypto));
      expect(Buffer.from(key).toString("hex")).toBe(vector.chance.randomBytes[0]);
    }
  });

  it("opens with its kept release, which is signed as it always was", () => {
    const release = authentic(signedEntrySchema.parse(vector.release.entry), "release");
    expect(release.hash).toBe(vector.release.hash);
    expect(openReleased(kept, release, nodeCrypto)).toEqual({ ok: true, value: card });
    expect(card.formatVersion).toBe(1);
    expect(sealedForm(card)).toEqual(vector.card);
    const callHash = release.body.callHash;
    const again = releaseCard(kept, { callHash, at: release.body.at }, device, nodeCrypto);
    expect(unwrap(again)).toEqual(vector.release.entry);
  });
});
