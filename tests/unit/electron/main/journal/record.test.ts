import { describe, expect, it } from "vitest";
import { entryToRecord, recordToEntry } from "../../../../../electron/main/journal/entry-record";
import { encodeJournalRecord, recordAt, scanRecords } from "../../../../../electron/main/journal/record";
import { candidateIdSchema } from "../../../../../src/domain/ids";
import { anId } from "../../../../support/builders/ids";
import { seededRandom } from "../../../../support/seeded-random";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const row = (text: string): Uint8Array => encodeJournalRecord("row", utf8(text));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** As the format says: kind, length, checksum, payload; the checksums were worked out by another program. */
const vector = "1100000009a52bf169313233343536373839";

describe("a journal record", () => {
  it("is, byte for byte, kind, length, checksum, payload", () => {
    expect(hex(row("123456789"))).toBe(vector);
    expect(hex(encodeJournalRecord("whole", utf8("")))).toBe("1200000000ba72c8be");
  });

  it("reads back; of a kind no program wrote it is none", () => {
    const bytes = Buffer.from(vector, "hex");
    expect(textOf(recordAt(bytes, 0)?.payload ?? utf8(""))).toBe("123456789");
    bytes[0] = 0x13;
    expect(recordAt(bytes, 0)).toBeNull();
  });

  it("is none where any single bit of it is another", () => {
    const sound = row("a rating");
    for (let bit = 0; bit < sound.length * 8; bit += 1) {
      const bytes = sound.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(recordAt(bytes, 0), `bit ${bit}`).toBeNull();
    }
  });

  it("carries an entry with everything but its shelf", () => {
    const shelf = anId(candidateIdSchema, "noor");
    const entry = { shelf, collection: "drafts", id: "x", height: 3, schema: 0, document: { ct: "ä\u0011" } };
    const bytes = entryToRecord(entry);
    const found = recordAt(bytes, 0);
    expect(found?.length).toBe(bytes.length);
    expect(found && recordToEntry(found, shelf)).toEqual(entry);
    expect([...bytes.subarray(1)].includes(0x11)).toBe(false);
  });
});

describe("a journal file that was cut at any byte", () => {
  const texts = ["first", "second", "third"];
  const whole = Buffer.concat(texts.map(row));
  it("gives every record that is whole, and is not called damaged", () => {
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const { records, damaged } = scanRecords(whole.subarray(0, cut));
      let ends = 0;
      const expected = texts.filter((text) => {
        ends += 9 + text.length;
        return ends <= cut;
      });
      expect(records.map(({ payload }) => textOf(payload))).toEqual(expected);
      expect(damaged).toBe(0);
    }
  });
});

describe("a journal file with damaged bytes", () => {
  it("gives every record that was not hit, and counts the stretches in between", () => {
    const whole = Buffer.concat(["first", "second", "third"].map(row));
    whole[9 + 5 + 3] = (whole[9 + 5 + 3] ?? 0) ^ 0xff;
    const { records, damaged } = scanRecords(whole);
    expect(records.map(({ payload }) => textOf(payload))).toEqual(["first", "third"]);
    expect(damaged).toBe(1);
  });

  it("never gives anything that was not written (seed 11)", () => {
    const random = seededRandom(11);
    const texts = Array.from({ length: 12 }, (_, index) => `entry ${index}`);
    for (let round = 0; round < 300; round += 1) {
      const bytes = Buffer.concat(texts.map(row));
      for (let hit = 0; hit < 1 + random.below(6); hit += 1)
        bytes[random.below(bytes.length)] = random.below(256);
      for (const { payload } of scanRecords(bytes).records) expect(texts).toContain(textOf(payload));
    }
  });
});
