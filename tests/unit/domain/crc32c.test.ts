import { expect, it } from "vitest";
import { crc32c } from "../../../src/domain/crc32c";

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

it.each([
  ["the check value of the CRC catalogue", text("123456789"), 0xe3069283],
  ["32 bytes of zero (RFC 3720 B.4)", new Uint8Array(32), 0x8a9136aa],
  ["32 bytes of ones (RFC 3720 B.4)", new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ["32 incrementing bytes (RFC 3720 B.4)", Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ["no bytes", new Uint8Array(0), 0],
])("CRC-32C agrees with %s", (_, bytes, expected) => {
  expect(crc32c(bytes)).toBe(expected);
});

it("is the same of a part of a larger buffer, at every place and length, as of the part alone, bit by bit", () => {
  const whole = Uint8Array.from({ length: 64 }, (_, index) => (index * 167 + 13) & 0xff);
  const bitByBit = (bytes: Uint8Array): number => {
    let value = 0xffffffff;
    for (const byte of bytes) {
      value ^= byte;
      for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0x82f63b78 : 0);
    }
    return (value ^ 0xffffffff) >>> 0;
  };
  for (let from = 0; from < 10; from += 1)
    for (let to = from; to <= 40; to += 1) {
      const part = whole.subarray(from, to);
      expect(crc32c(part)).toBe(bitByBit(part));
    }
});
