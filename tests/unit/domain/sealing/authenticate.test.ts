import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { authenticate, authenticatedElsewhere } from "../../../../src/domain/sealing/authenticate";
import { canonicalJson } from "../../../../src/domain/sealing/canonical-json";
import type { SignedEntry } from "../../../../src/domain/sealing/entries";
import { layOutBody, signEntry, signText } from "../../../../src/domain/sealing/signing";
import { aDevice, keysOf, rosterDevice } from "../../../support/sealing/devices";
import {
  aCharter,
  aLog,
  allCards,
  ana,
  aReceipt,
  aRoster,
  ben,
  charter,
  idOf,
  loopId,
  noon,
} from "../../../support/sealing/loop-world";

const verdict = (entry: unknown): string => {
  const result = authenticate(entry, nodeCrypto);
  return result.ok ? "authentic" : result.error.type;
};

/** Signs any text as a body, as a modified program could. */
const signedText = (kind: string, text: string, by = ana): SignedEntry => {
  const entry = signText("log", text, by, nodeCrypto);
  const message = Buffer.concat([Buffer.from(`panelbook/1/${kind}\0`), Buffer.from(text)]);
  return { ...entry, kind, signature: nodeCrypto.toBase64Url(by.sign(message)) as SignedEntry["signature"] };
};

const resigned = (kind: string, body: object, by = ana): SignedEntry =>
  signedText(kind, canonicalJson(body), by);

describe("what is signed", () => {
  it("is the kind, a NUL and the exact bytes of the body; its hash names the entry", () => {
    const receipt = aReceipt(ana, []);
    const message = `panelbook/1/receipt\0${receipt.entry.body}`;
    const signature = nodeCrypto.fromBase64Url(receipt.entry.signature);
    expect(nodeCrypto.verifyEd25519(ana.signKey, Buffer.from(message), signature)).toBe(true);
    expect(receipt.hash).toBe(createHash("sha256").update(message).digest("base64url"));
    expect(receipt.deviceId).toBe(createHash("sha256").update(ana.signKey).digest("base64url"));
  });

  it("is the body's canonical JSON, with texts as the schema reads them", () => {
    const text = layOutBody("receipt", { ...aReceipt(ana, []).body, extra: 1 });
    expect(text).toEqual({ ok: true, value: aReceipt(ana, []).entry.body });
  });

  it("is refused where the body does not fit its kind or cannot be written as UTF-8", () => {
    expect(layOutBody("receipt", {})).toEqual({ ok: false, error: { type: "bodyInvalid" } });
    const log = { ...aLog(ana).body, event: { type: "requiredCardDropped", card: {}, reason: "x" } };
    expect(layOutBody("log", log)).toEqual({ ok: false, error: { type: "bodyInvalid" } });
    const reason = aRoster().body;
    expect(layOutBody("roster", { ...reason, reason: "\ud800" })).toEqual({
      ok: false,
      error: { type: "loneSurrogate" },
    });
  });

  it("throws for a body that names another device than the one that signs", () => {
    expect(() => signEntry("receipt", aReceipt(ana, []).body, ben, nodeCrypto)).toThrow("signing device");
  });
});

describe("authenticating an entry", () => {
  it.each([
    ["charter", charter],
    ["roster", aRoster()],
    ["card", allCards[0]],
    ["receipt", aReceipt(ben, [allCards[0]])],
    ["log", aLog(ben)],
  ])("believes a %s as it was signed", (_, { entry }) => {
    expect(verdict(entry)).toBe("authentic");
    expect(verdict(JSON.parse(JSON.stringify(entry)))).toBe("authentic");
  });

  it.each([
    ["nothing", null, "entryInvalid"],
    ["a text", "entry", "entryInvalid"],
    ["an entry without signature", { ...charter.entry, signature: undefined }, "entryInvalid"],
    ["a key that is too short", { ...charter.entry, signKey: "AAAA" }, "entryInvalid"],
  ])("refuses %s", (_, entry, type) => {
    expect(verdict(entry)).toBe(type);
  });

  it("refuses a second spelling of the same key or signature", () => {
    const lastBitsOf = (text: string): string => `${text.slice(0, -1)}${nextLetter(text.slice(-1))}`;
    expect(verdict({ ...charter.entry, signKey: lastBitsOf(charter.entry.signKey) })).toBe("entryInvalid");
    expect(verdict({ ...charter.entry, signature: lastBitsOf(charter.entry.signature) })).toBe(
      "entryInvalid",
    );
  });

  it.each(["vote", "constructor", "__proto__", "toString"])("refuses the unknown kind %s", (kind) => {
    expect(verdict(resigned(kind, aReceipt(ana, []).body))).toBe("unknownKind");
  });

  it("refuses any change of the body, down to one space", () => {
    const { entry } = aReceipt(ana, []);
    expect(verdict({ ...entry })).toBe("authentic");
    expect(verdict({ ...entry, body: ` ${entry.body}` })).toBe("badSignature");
    expect(verdict({ ...entry, body: entry.body.replace('"counter":1', '"counter":2') })).toBe(
      "badSignature",
    );
  });

  it("refuses a body passed off as another kind", () => {
    expect(verdict({ ...aReceipt(ana, []).entry, kind: "log" })).toBe("badSignature");
  });

  it("refuses another key's signature", () => {
    const { entry } = aReceipt(ana, []);
    expect(verdict({ ...entry, signKey: keysOf(ben).signKey })).toBe("badSignature");
  });

  it("refuses a body that says it is from another device than the one that signed", () => {
    expect(verdict(resigned("receipt", aReceipt(ana, []).body, ben))).toBe("deviceIdMismatch");
    expect(verdict(resigned("card", allCards[0].body, ben))).toBe("deviceIdMismatch");
  });

  it("refuses a key of small order, whose signature fits more than one text", () => {
    const identityPoint = nodeCrypto.toBase64Url(
      Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0)),
    );
    const signature = nodeCrypto.toBase64Url(Uint8Array.from({ length: 64 }, (_, at) => (at === 0 ? 1 : 0)));
    const forged = { ...charter.entry, signKey: identityPoint, signature };
    const anyText = Buffer.from("whatever");
    const [key, proof] = [identityPoint, signature].map((text) => nodeCrypto.fromBase64Url(text));
    expect(nodeCrypto.verifyEd25519(key as Uint8Array, anyText, proof as Uint8Array)).toBe(true);
    expect(verdict(forged)).toBe("weakKey");
  });

  it.each([
    ["whitespace", (text: string) => text.replace('{"', '{ "'), "notCanonical"],
    ["keys in another order", () => '{"v":1,"at":"x"}', "notCanonical"],
    ["no JSON", () => "no JSON", "notJson"],
    ["__proto__", (text: string) => text.replace('{"', '{"__proto__":{},"'), "prototypeKey"],
    ["an escaped lone surrogate", (text: string) => text.replace('"v":1', '"v":"\\ud800"'), "loneSurrogate"],
  ])("refuses a signed body with %s", (_, change, type) => {
    expect(verdict(signedText("receipt", change(aReceipt(ana, []).entry.body)))).toBe(type);
  });

  it("refuses a body that is no well-formed text, whose bytes would be those of another text", () => {
    expect(verdict({ ...charter.entry, body: `${charter.entry.body}\ud800` })).toBe("loneSurrogate");
  });

  it("refuses a signed body that does not fit its kind", () => {
    expect(verdict(resigned("receipt", { ...aReceipt(ana, []).body, counter: -1 }))).toBe("bodyInvalid");
    expect(verdict(resigned("receipt", { ...aReceipt(ana, []).body, note: "hidden" }))).toBe("bodyInvalid");
  });

  it("tells an entry of a newer program that it is newer", () => {
    expect(verdict(resigned("receipt", { ...aReceipt(ana, []).body, v: 2, shelf: "top" }))).toBe(
      "updateFirst",
    );
    const { header } = allCards[0].body;
    const newer = { ...allCards[0].body, header: { ...header, v: 2 } };
    expect(verdict(resigned("card", newer))).toBe("updateFirst");
    expect(verdict(resigned("receipt", { ...aReceipt(ana, []).body, v: 0 }))).toBe("bodyInvalid");
  });

  it("refuses a charter or a roster whose devices are not named by their keys", () => {
    const other = { ...charter.body.facilitator, signKey: keysOf(ben).signKey };
    expect(verdict(resigned("charter", { ...charter.body, facilitator: other }))).toBe("deviceIdMismatch");
    const device = { ...rosterDevice(ben, "ben"), deviceId: idOf(aDevice("x")) };
    expect(verdict(resigned("roster", { ...aRoster().body, devices: [device] }))).toBe("deviceIdMismatch");
  });

  it("refuses an entry that is too large before it checks anything dear", () => {
    const result = authenticate(charter.entry, nodeCrypto, 100);
    expect(result).toEqual({ ok: false, error: { type: "tooLarge" } });
  });

  it("reads as the whole entry where main says that it is authentic", () => {
    const { hash, deviceId, entry } = aCharter();
    expect(authenticatedElsewhere(entry, { hash, deviceId })).toEqual(aCharter());
    expect(aCharter().body).toMatchObject({ loopId, at: noon });
  });
});

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const nextLetter = (letter: string): string => letters[letters.indexOf(letter) + 1] ?? "A";
