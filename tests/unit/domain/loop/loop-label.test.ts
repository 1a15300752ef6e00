import { describe, expect, it } from "vitest";
import { loopLabel, loopLabelSchema } from "../../../../src/domain/loop/loop-label";
import { nodeCrypto } from "../../../support/lan/node-crypto";

const hashOf = (text: string) => nodeCrypto.sha256(nodeCrypto.utf8(text));

describe("a loop's label", () => {
  it("takes one letter from each of the first four 16-bit words of the hash", () => {
    const hash = new Uint8Array(32);
    hash.set([0, 0, 0, 1, 0, 27, 0, 28]);
    expect(loopLabel(hash)).toBe("BC9B");
  });

  it("is the same for the same loop and another one for most others", () => {
    const labels = Array.from({ length: 200 }, (_, at) => loopLabel(hashOf(`loop ${at}`)));
    expect(loopLabel(hashOf("loop 7"))).toBe(labels[7]);
    expect(new Set(labels).size).toBeGreaterThan(195);
  });

  it("has no letter that looks like another one and no vowel", () => {
    for (const letter of "AEIOUL01") expect(loopLabelSchema.safeParse(`BCD${letter}`).success).toBe(false);
    for (let at = 0; at < 500; at += 1)
      expect(loopLabel(hashOf(String(at)))).toMatch(/^[B-DF-HJKMNP-TV-Z2-9]{4}$/);
  });
});
