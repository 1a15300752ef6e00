import { describe, expect, it } from "vitest";
import { decodeRecord, encodeRecord } from "../../../../src/sync/persistence/record-frame";
import { seededRandom } from "../../../support/seeded-random";

const payload = Uint8Array.from([0, 1, 2, 3, 254, 255]);
const record = encodeRecord({ format: "update", payload });

describe("a stored record", () => {
  it("starts with its format byte and the CRC-32C of format and payload", () => {
    // CRC-32C of 01 31 32 33 34 35 36 37 38 39 computed with an independent implementation.
    const known = encodeRecord({ format: "update", payload: new TextEncoder().encode("123456789") });
    expect([...known.slice(0, 5)]).toEqual([0x01, 0x70, 0x68, 0x71, 0xee]);
    expect(encodeRecord({ format: "snapshot", payload })[0]).toBe(0x02);
  });

  it("gives back format and payload", () => {
    expect(decodeRecord(record)).toEqual({ ok: true, value: { format: "update", payload } });
    const empty = encodeRecord({ format: "snapshot", payload: new Uint8Array(0) });
    expect(decodeRecord(empty)).toEqual({
      ok: true,
      value: { format: "snapshot", payload: new Uint8Array(0) },
    });
  });

  it("reads a record that lies inside a larger buffer", () => {
    const larger = new Uint8Array(record.length + 20);
    larger.set(record, 7);
    expect(decodeRecord(larger.subarray(7, 7 + record.length)).ok).toBe(true);
  });

  it("is refused with any one bit flipped", () => {
    for (let bit = 0; bit < record.length * 8; bit += 1) {
      const flipped = record.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeRecord(flipped).ok, `bit ${bit}`).toBe(false);
    }
  });

  it("is refused when it was cut anywhere", () => {
    for (let length = 0; length < record.length; length += 1) {
      expect(decodeRecord(record.subarray(0, length)).ok, `${length} bytes`).toBe(false);
    }
  });

  it("is refused when the format byte was swapped for the other known one", () => {
    const swapped = record.slice();
    swapped[0] = 0x02;
    expect(decodeRecord(swapped)).toEqual({ ok: false, error: { type: "checksum" } });
  });

  it("of a newer program is told from a damaged one", () => {
    const newer = record.slice();
    newer[0] = 0x03;
    expect(decodeRecord(newer)).toEqual({ ok: false, error: { type: "unknownFormat", found: 3 } });
  });

  it("is not made of random bytes", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 500; round += 1) {
      const bytes = random.bytes(random.below(40));
      if (bytes.length > 0) bytes[0] = 1 + random.below(2);
      expect(decodeRecord(bytes).ok).toBe(false);
    }
  });
});
