import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, it } from "vitest";
import { sixWords } from "../../../../../src/domain/loop/lobby/six-words";
import {
  commitmentTo,
  hostStatementBytes,
  joinerStatementBytes,
  sameText,
  tokenProof,
  transcriptOf,
  wordsDigest,
} from "../../../../../src/domain/loop/lobby/transcript";
import { deviceKeysSchema } from "../../../../../src/domain/loop/roster";
import { nodeCrypto } from "../../../../support/lan/node-crypto";

/** Vectors computed with Python's hashlib and hmac from the description of the format. */
const opening = '{"device":"x","nonce":"y"}';
const statement = {
  hello: '{"type":"hello"}',
  ephemeralKey: "E".repeat(43),
  device: deviceKeysSchema.parse({
    deviceId: "I".repeat(43),
    signKey: "S".repeat(43),
    agreeKey: "A".repeat(43),
  }),
  nonce: "N".repeat(43),
};
const joinerStatement = () =>
  joinerStatementBytes(nodeCrypto, hostStatementBytes(nodeCrypto, statement), opening);

describe("the transcript of a conversation in the lobby", () => {
  it("commits, hashes and proves as the format says", () => {
    expect(commitmentTo(nodeCrypto, opening)).toBe("CwzyPAPKMDmkaSX3yvCKweBfH31avQ4uEyLuoHnexWc");
    const transcript = transcriptOf(nodeCrypto, joinerStatement());
    expect(transcript).toBe("ATSwuk0s1Z7bsoVvfjTvUrSi0lyE0paJL0mL3y1nV7Q");
    const token = nodeCrypto.toBase64Url(Uint8Array.from({ length: 16 }, (_, at) => at));
    expect(tokenProof(nodeCrypto, token, transcript)).toBe("20VThkT5kTBqquFWJTsyZu5krVEhTmZ7FxpyPuUlOl0");
  });

  it("gives the six words that its digest spells in the BIP-39 list", () => {
    const digest = wordsDigest(nodeCrypto, transcriptOf(nodeCrypto, joinerStatement()));
    const words = ["carry", "cable", "remove", "boost", "warfare", "rookie"];
    expect(sixWords(digest, wordlist)).toEqual(words);
  });

  it.each(["hello", "ephemeralKey", "nonce"] as const)("is another one when %s differs", (member) => {
    const other = hostStatementBytes(nodeCrypto, { ...statement, [member]: `${statement[member]} ` });
    const transcript = transcriptOf(nodeCrypto, joinerStatementBytes(nodeCrypto, other, opening));
    expect(transcript).not.toBe(transcriptOf(nodeCrypto, joinerStatement()));
  });
});

describe("six words", () => {
  it("are the first and the last of the list for no bits and all bits", () => {
    expect(sixWords(new Uint8Array(32), wordlist)).toEqual(Array(6).fill("abandon"));
    expect(sixWords(new Uint8Array(32).fill(255), wordlist)).toEqual(Array(6).fill("zoo"));
  });

  it("take eleven bits each, across the borders of bytes", () => {
    const digest = new Uint8Array(32);
    digest[1] = 0b0010_0000;
    expect(sixWords(digest, wordlist).slice(0, 2)).toEqual(["ability", "abandon"]);
  });

  it("need the whole list", () => {
    expect(() => sixWords(new Uint8Array(32), wordlist.slice(1))).toThrow("2048");
  });
});

describe("comparing proofs", () => {
  it("holds for equal texts only, whatever their lengths", () => {
    expect(sameText("abc", "abc")).toBe(true);
    for (const other of ["abd", "ab", "abcd", ""]) expect(sameText("abc", other)).toBe(false);
  });
});
