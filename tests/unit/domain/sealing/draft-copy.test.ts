import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { unwrap } from "../../../../src/domain/result";
import { authenticate } from "../../../../src/domain/sealing/authenticate";
import {
  type DraftCopy,
  draftCopySchema,
  isSignedDraftCopy,
  openDraftCopy,
  sealDraftCopy,
} from "../../../../src/domain/sealing/draft-copy";
import { aCard, aSlot } from "../../../support/builders/record";
import { aDevice, keysOf } from "../../../support/sealing/devices";

const ana = aDevice("ana");
const anasOther = aDevice("ana at home");
const ben = aDevice("ben");
const card = aCard(
  aSlot("morning", ["ana"]),
  "ana",
  { "q-samples": 4 },
  { takeaway: "quietly-hides-a-flask" },
);
const to = (...devices: (typeof ana)[]) =>
  devices.map((device) => ({
    recipient: { kind: "device" as const, deviceId: keysOf(device).deviceId },
    agreeKey: device.agreement.publicKey,
  }));
const copyOf = (number = 1, recipients = to(ana)): DraftCopy =>
  unwrap(sealDraftCopy(card, number, recipients, ana, nodeCrypto));

describe("a copy of a card in progress", () => {
  it("opens on the laptop it was made on and on another that its author confirmed", () => {
    expect(openDraftCopy(copyOf(), ana, nodeCrypto)).toEqual({ ok: true, value: card });
    expect(openDraftCopy(copyOf(1, to(ana, anasOther)), anasOther, nodeCrypto)).toEqual({
      ok: true,
      value: card,
    });
  });

  it("does not open for whoever holds it, and shows nothing of what was written", () => {
    const copy = copyOf();
    expect(openDraftCopy(copy, ben, nodeCrypto)).toEqual({ ok: false, error: { type: "notForThisDevice" } });
    expect(JSON.stringify(copy)).not.toContain("flask");
    const plain = Buffer.from(copy.ciphertext, "base64url").toString("latin1");
    expect(plain).not.toContain("flask");
  });

  it("hides how much was written to within a kibibyte", () => {
    const longer = { ...card, takeaway: `${card.takeaway} and more` };
    const other = unwrap(sealDraftCopy(longer, 1, to(ana), ana, nodeCrypto));
    expect(other.ciphertext.length).toBe(copyOf().ciphertext.length);
  });

  it("is signed by the laptop it names; changed in anything it is not", () => {
    const copy = copyOf(7);
    expect(isSignedDraftCopy(copy, nodeCrypto)).toBe(true);
    const newer = { ...copy, header: { ...copy.header, number: 8 } };
    const ofBen = { ...copy, header: { ...copy.header, deviceId: keysOf(ben).deviceId } };
    const bySomeoneElse = {
      ...copy,
      signKey: unwrap(sealDraftCopy(card, 7, to(ana), ben, nodeCrypto)).signKey,
    };
    for (const forged of [newer, ofBen, bySomeoneElse]) {
      expect(isSignedDraftCopy(forged, nodeCrypto)).toBe(false);
      expect(openDraftCopy(forged, ana, nodeCrypto)).toEqual({ ok: false, error: { type: "notSigned" } });
    }
  });

  it("cannot be passed off as a sealed card: its signature is over bytes of another kind", () => {
    const { header, nonce, ciphertext, wraps, signKey, signature } = copyOf();
    const body = JSON.stringify({ ciphertext, header, nonce, wraps });
    expect(authenticate({ kind: "card", body, signKey, signature }, nodeCrypto).ok).toBe(false);
  });

  it("comes through its schema as it was, and a strange field does not", () => {
    const copy = copyOf();
    expect(draftCopySchema.parse(JSON.parse(JSON.stringify(copy)))).toEqual(copy);
    expect(draftCopySchema.safeParse({ ...copy, note: "x" }).success).toBe(false);
  });
});
