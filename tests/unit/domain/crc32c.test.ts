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
