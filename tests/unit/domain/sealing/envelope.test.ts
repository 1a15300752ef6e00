import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import type { Card } from "../../../../src/domain/card/card";
import { maxCardBytes } from "../../../../src/domain/card/card-size";
import { unwrap } from "../../../../src/domain/result";
import { canonicalJson } from "../../../../src/domain/sealing/canonical-json";
import { cardCommit, keyCommit } from "../../../../src/domain/sealing/commitments";
import type { AuthenticEntry, CardBody, CardHeader } from "../../../../src/domain/sealing/entries";
import {
  cardWrapContext,
  headerBytes,
  type Recipient,
  sealCard,
} from "../../../../src/domain/sealing/envelope";
import { wrapSecret } from "../../../../src/domain/sealing/key-wrap";
import { openCard, unwrapContentKey } from "../../../../src/domain/sealing/open-card";
import { padCard, unpadCard } from "../../../../src/domain/sealing/padding";
import { openReleased, releaseCard } from "../../../../src/domain/sealing/release";
import { toText } from "../../../../src/domain/sealing/signing";
import { aDevice } from "../../../support/sealing/devices";
import {
  aCall,
  aCard,
  allCards,
  anEnvelope,
  aRelease,
  aSlot,
  authentic,
  beginning,
  ben,
  cleo,
  hana,
  idOf,
  morning,
  noon,
  personId,
  signed,
  stranger,
} from "../../../support/sealing/loop-world";

const card = aCard(morning, "ben", { "q-samples": 3 });
const facts = { revision: 1, prev: null, counter: 0, at: noon, knownReveals: [] };
const toBen: Recipient = {
  recipient: { kind: "device", deviceId: idOf(ben) },
  agreeKey: ben.agreement.publicKey,
};
const seal = (content: Card = card, recipients: readonly Recipient[] = [toBen]) =>
  sealCard(content, facts, recipients, ben, nodeCrypto);
const envelope = authentic(unwrap(seal()), "card");
const contentKey = unwrap(unwrapContentKey(envelope, ben, nodeCrypto));

const opened = (entry: AuthenticEntry<"card">, key = contentKey): string => {
  const result = openCard(entry, key, nodeCrypto);
  return result.ok ? "opened" : result.error.type;
};
const unwrapped = (entry: AuthenticEntry<"card">, by = ben): string => {
  const result = unwrapContentKey(entry, by, nodeCrypto);
  return result.ok ? "unwrapped" : result.error.type;
};

/** The envelope as its author could have signed it with something changed inside. */
const changed = (change: (body: CardBody) => CardBody, by = ben): AuthenticEntry<"card"> =>
  signed("card", change(structuredClone(envelope.body)), by);
const withHeader = (header: Partial<CardHeader>) =>
  changed((body) => ({ ...body, header: { ...body.header, ...header } }));

/** An envelope whose author commits correctly to whatever bytes are inside. */
const sealedBytes = (inside: Uint8Array, salt = new Uint8Array(32)): AuthenticEntry<"card"> => {
  const header: CardHeader = {
    ...envelope.body.header,
    commit: cardCommit(salt, inside, nodeCrypto),
    keyCommit: keyCommit(contentKey, nodeCrypto),
  };
  const ciphertext = nodeCrypto.aesGcmSeal({
    key: contentKey,
    nonce: nodeCrypto.fromBase64Url(envelope.body.nonce),
    associated: headerBytes(header, nodeCrypto),
    bytes: padCard(salt, inside),
  });
  return changed((body) => ({ ...body, header, ciphertext: toText(ciphertext, nodeCrypto) }));
};
const flipped = (text: CardBody["ciphertext"]): CardBody["ciphertext"] => {
  const bytes = nodeCrypto.fromBase64Url(text);
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  return toText(bytes, nodeCrypto);
};

describe("a sealed card", () => {
  it("opens with its key to the card that was sealed", () => {
    expect(openCard(envelope, contentKey, nodeCrypto)).toEqual({ ok: true, value: card });
  });

  it("shows nothing of what was written, and how much only to a kibibyte", () => {
    const written = aCard(morning, "ben", { "q-samples": 3 }, { takeaway: "Ruprecht" });
    const longer = authentic(unwrap(seal(written)), "card");
    expect(longer.entry.body).not.toContain("Ruprecht");
    expect(longer.body.ciphertext.length).toBe(envelope.body.ciphertext.length);
    const bytes = nodeCrypto.fromBase64Url(longer.body.ciphertext).length;
    expect((bytes - 16) % 1024).toBe(0);
  });

  it("has a key, a salt and a nonce of its own each time", () => {
    const again = authentic(unwrap(seal()), "card");
    expect(again.body.header.commit).not.toBe(envelope.body.header.commit);
    expect(again.body.header.keyCommit).not.toBe(envelope.body.header.keyCommit);
    expect(again.body.nonce).not.toBe(envelope.body.nonce);
  });

  it("commits to the key by its tagged hash", () => {
    const expected = createHash("sha256").update("panelbook/1/content-key\0").update(contentKey);
    expect(envelope.body.header.keyCommit).toBe(expected.digest("base64url"));
  });

  it("does not open with another key", () => {
    expect(opened(envelope, nodeCrypto.randomBytes(32))).toBe("keyCommitMismatch");
  });

  it("does not open where nonce or ciphertext are others than sealed", () => {
    expect(opened(changed((body) => ({ ...body, ciphertext: flipped(body.ciphertext) })))).toBe(
      "doesNotOpen",
    );
    expect(opened(changed((body) => ({ ...body, nonce: flipped(body.nonce) as CardBody["nonce"] })))).toBe(
      "doesNotOpen",
    );
    const short = toText(new Uint8Array(3), nodeCrypto);
    expect(opened(changed((body) => ({ ...body, ciphertext: short })))).toBe("doesNotOpen");
  });

  it.each<[string, Partial<CardHeader>]>([
    ["slot", { slotId: aSlot("other", []).slotId }],
    ["person", { personId: personId("cleo") }],
    ["revision", { revision: 2 }],
    ["time", { at: "2026-11-23T13:00:00.000Z" as CardHeader["at"] }],
    ["known reveals", { knownReveals: [envelope.hash] }],
    ["commitment", { commit: envelope.hash }],
  ])("does not open where the header's %s was changed afterwards", (_, header) => {
    expect(opened(withHeader(header))).toBe("doesNotOpen");
  });

  it("is refused where it opens to another card than its author committed to", () => {
    const salt = new Uint8Array(32).fill(7);
    const header = { ...envelope.body.header, commit: envelope.hash };
    const ciphertext = nodeCrypto.aesGcmSeal({
      key: contentKey,
      nonce: nodeCrypto.fromBase64Url(envelope.body.nonce),
      associated: headerBytes(header, nodeCrypto),
      bytes: padCard(salt, nodeCrypto.utf8(canonicalJson(card))),
    });
    const body = { ...envelope.body, header, ciphertext: toText(ciphertext, nodeCrypto) };
    expect(opened(signed("card", body, ben))).toBe("commitMismatch");
  });

  it.each<[string, Card]>([
    ["another person's card", aCard(morning, "cleo", {})],
    ["a card for another slot", aCard(aSlot("evening", []), "ben", {})],
    ["a card on another kit", { ...card, kitRoot: envelope.hash }],
    ["a card of another loop", { ...card, loopId: morning.slotId as unknown as Card["loopId"] }],
  ])("is refused where inside is %s", (_, inside) => {
    expect(opened(sealedBytes(nodeCrypto.utf8(canonicalJson(inside))))).toBe("cardOfAnother");
  });

  it.each<[string, string]>([
    ["no card", "{}"],
    ["no JSON", "card"],
    ["a card with a member more", canonicalJson({ ...card, hidden: "note" })],
    ["a card in another spelling", JSON.stringify(card, null, 1)],
  ])("is refused where inside is %s", (_, inside) => {
    expect(opened(sealedBytes(nodeCrypto.utf8(canonicalJson(card))))).toBe("opened");
    expect(opened(sealedBytes(nodeCrypto.utf8(inside)))).toBe("cardInvalid");
  });

  it("is refused where inside is not UTF-8", () => {
    expect(opened(sealedBytes(Uint8Array.of(0xff, 0xfe)))).toBe("cardInvalid");
  });
});

describe("padding", () => {
  const salt = new Uint8Array(32).fill(9);

  it.each([
    [0, 1024],
    [988, 1024],
    [989, 2048],
    [2012, 2048],
    [2013, 3072],
  ])("brings %i bytes of card to %i", (length, padded) => {
    const bytes = padCard(salt, new Uint8Array(length).fill(1));
    expect(bytes.length).toBe(padded);
    expect(unpadCard(bytes)).toEqual({ salt, card: new Uint8Array(length).fill(1) });
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ["a byte in the padding", (bytes) => bytes.with(1023, 1)],
    ["a length beyond the end", (bytes) => bytes.with(32, 0xff)],
    ["more padding than a step", (bytes) => Uint8Array.from({ length: 2048 }, (_, at) => bytes[at] ?? 0)],
    ["an odd size", (bytes) => bytes.subarray(1)],
    ["nothing", () => new Uint8Array(0)],
  ])("refuses %s", (_, change) => {
    const bytes = padCard(salt, new Uint8Array(100).fill(1));
    expect(unpadCard(bytes)).not.toBeNull();
    expect(unpadCard(change(bytes))).toBeNull();
  });
});

describe("the wraps of a content key", () => {
  const toHana: Recipient = {
    recipient: { kind: "escrow", deviceId: idOf(hana) },
    agreeKey: hana.agreement.publicKey,
  };
  const both = authentic(unwrap(seal(card, [toBen, toHana])), "card");

  it("give the key to every recipient and to nobody else", () => {
    expect(unwrap(unwrapContentKey(both, hana, nodeCrypto))).toEqual(
      unwrap(unwrapContentKey(both, ben, nodeCrypto)),
    );
    expect(unwrapped(both, stranger)).toBe("notForThisDevice");
    expect(unwrapped(envelope, hana)).toBe("notForThisDevice");
  });

  it("do not open for a device that only has the recipient's name", () => {
    const named = { ...stranger, deviceId: ben.deviceId };
    expect(unwrapped(envelope, named)).toBe("wrapDoesNotOpen");
  });

  it("open under the header and for the recipient they were made for only", () => {
    expect(unwrapped(withHeader({ revision: 2 }))).toBe("wrapDoesNotOpen");
    const moved = changed((body) => ({
      ...body,
      wraps: body.wraps.map((wrap) => ({ ...wrap, recipient: { kind: "escrow", deviceId: idOf(ben) } })),
    }));
    expect(unwrapped(moved)).toBe("wrapDoesNotOpen");
  });

  it("do not open after a change of ciphertext, nonce or one-time key", () => {
    for (const part of ["ciphertext", "nonce", "ephemeralKey"] as const) {
      const broken = changed((body) => ({
        ...body,
        wraps: body.wraps.map((wrap) => ({ ...wrap, [part]: flipped(wrap[part]) })),
      }));
      expect(unwrapped(broken)).toBe("wrapDoesNotOpen");
    }
  });

  it("are no use where they hold another key than the header commits to", () => {
    const { recipient } = toBen;
    const context = cardWrapContext(envelope.body.header, recipient, nodeCrypto);
    const rewrapped = (key: Uint8Array) =>
      changed((body) => {
        const wrap = wrapSecret(key, toBen.agreeKey, context, nodeCrypto);
        return wrap === null ? body : { ...body, wraps: [{ recipient, ...wrap }] };
      });
    expect(unwrapped(rewrapped(contentKey))).toBe("unwrapped");
    expect(unwrapped(rewrapped(nodeCrypto.randomBytes(32)))).toBe("wrapDoesNotOpen");
  });
});

describe("sealing", () => {
  const refusal = (content: Card, recipients?: readonly Recipient[]) => {
    const result = seal(content, recipients);
    return result.ok ? "sealed" : result.error;
  };

  it("refuses a card that this laptop could not open again", () => {
    const toCleo: Recipient = {
      recipient: { kind: "device", deviceId: idOf(cleo) },
      agreeKey: cleo.agreement.publicKey,
    };
    expect(refusal(card, [toCleo])).toEqual({ type: "ownDeviceMissing" });
    expect(refusal(card, [toBen, toCleo])).toBe("sealed");
  });

  it("refuses a recipient's key of low order, to which everybody knows the shared secret", () => {
    const low = { ...toBen, agreeKey: new Uint8Array(32) };
    expect(refusal(card, [low])).toEqual({ type: "recipientKeyInvalid" });
  });

  it("refuses texts that have no UTF-8", () => {
    expect(refusal({ ...card, takeaway: "half \ud83d" })).toEqual({ type: "loneSurrogate" });
    expect(refusal({ ...card, takeaway: "whole \ud83d\ude00" })).toBe("sealed");
  });

  it("refuses a card that is too large and takes one that just fits", () => {
    const room = maxCardBytes - nodeCrypto.utf8(canonicalJson({ ...card, takeaway: "" })).length;
    expect(refusal({ ...card, takeaway: "x".repeat(room) })).toBe("sealed");
    expect(refusal({ ...card, takeaway: "x".repeat(room + 1) })).toEqual({
      type: "cardTooLarge",
      bytes: maxCardBytes + 1,
      maxBytes: maxCardBytes,
    });
  });

  it("refuses what is no card", () => {
    expect(refusal({ ...card, formatVersion: 3 } as unknown as Card)).toEqual({ type: "cardInvalid" });
  });
});

describe("a release", () => {
  const call = aCall([...beginning, ...allCards]);
  const release = aRelease(call, envelope, ben);

  it("opens the card it names and no other", () => {
    expect(openReleased(envelope, release, nodeCrypto)).toEqual({ ok: true, value: card });
    const other = anEnvelope("cleo", morning);
    expect(openReleased(other, release, nodeCrypto)).toEqual({
      ok: false,
      error: { type: "releaseOfAnother" },
    });
  });

  it("that carries a wrong key does not open the card", () => {
    const wrong = toText(nodeCrypto.randomBytes(32), nodeCrypto) as typeof release.body.contentKey;
    const lie = signed("release", { ...release.body, contentKey: wrong }, ben);
    expect(openReleased(envelope, lie, nodeCrypto)).toEqual({
      ok: false,
      error: { type: "keyCommitMismatch" },
    });
  });

  it("is never signed for an envelope that does not open", () => {
    const release = (entry: AuthenticEntry<"card">, by = ben) => {
      const result = releaseCard(entry, { callHash: call.hash, at: noon }, by, nodeCrypto);
      return result.ok ? "signed" : result.error.type;
    };
    expect(release(envelope)).toBe("signed");
    expect(release(changed((body) => ({ ...body, ciphertext: flipped(body.ciphertext) })))).toBe(
      "doesNotOpen",
    );
    expect(release(envelope, aDevice("x"))).toBe("notForThisDevice");
  });
});
