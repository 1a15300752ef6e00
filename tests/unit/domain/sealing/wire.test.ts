import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { bytesToEntry, entryToBytes } from "../../../../src/domain/sealing/wire";
import { charter } from "../../../support/sealing/loop-world";

const bytes = entryToBytes(charter.entry, nodeCrypto);
const json = Buffer.from(bytes.subarray(1)).toString();
const withFormat = (format: number, text: string | Uint8Array): Uint8Array =>
  Uint8Array.from([format, ...(typeof text === "string" ? Buffer.from(text) : text)]);
const refusal = (input: Uint8Array, maxBytes?: number): string => {
  const result = bytesToEntry(input, nodeCrypto, maxBytes);
  return result.ok ? "read" : result.error.type;
};

describe("an entry as bytes", () => {
  it("is a format byte and canonical JSON, and comes back as it was", () => {
    expect(bytes[0]).toBe(1);
    expect(Object.keys(JSON.parse(json))).toEqual(["body", "kind", "signKey", "signature"]);
    expect(bytesToEntry(bytes, nodeCrypto)).toEqual({ ok: true, value: charter.entry });
  });

  it("has one spelling: other whitespace, order or members are refused", () => {
    expect(refusal(withFormat(1, ` ${json}`))).toBe("notCanonical");
    expect(refusal(withFormat(1, JSON.stringify(charter.entry)))).toBe("notCanonical");
    expect(refusal(withFormat(1, json.replace(/"\}$/, '","zz":1}')))).toBe("entryInvalid");
  });

  it.each([
    ["no bytes", new Uint8Array(0), "unknownFormat"],
    ["another format byte", withFormat(2, json), "unknownFormat"],
    ["bytes that are not UTF-8", withFormat(1, Uint8Array.of(0x22, 0xc3, 0x28, 0x22)), "notUtf8"],
    ["an encoded surrogate", withFormat(1, Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)), "notUtf8"],
    ["a byte order mark", withFormat(1, `\ufeff${json}`), "notJson"],
    ["no JSON", withFormat(1, "entry"), "notJson"],
    ["no entry", withFormat(1, '{"kind":"charter"}'), "entryInvalid"],
    ["a list", withFormat(1, "[]"), "entryInvalid"],
    ["__proto__", withFormat(1, '{"__proto__":{"kind":"charter"}}'), "prototypeKey"],
    ["depth without end", withFormat(1, "[".repeat(100_000) + "]".repeat(100_000)), "tooDeep"],
  ])("refuses %s", (_, input, type) => {
    expect(refusal(input)).toBe(type);
  });

  it("refuses what is larger than allowed and takes what is exactly as large", () => {
    expect(refusal(bytes, bytes.length)).toBe("read");
    expect(refusal(bytes, bytes.length - 1)).toBe("tooLarge");
  });
});
