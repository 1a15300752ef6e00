import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inNewestVersion } from "../../../../src/domain/card/card-versions";
import { loopRecordSchema } from "../../../../src/domain/record/record";
import { recordText } from "../../../../src/domain/record/record-text";
import kept from "./samples/record-cards-v1.json";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

describe("a kept record whose cards are of version 1", () => {
  const record = loopRecordSchema.parse(kept.record);

  it("still has the hash that was signed and printed", () => {
    expect(hashOf(recordText(record))).toBe(kept.hash);
  });

  it("would have another one with cards of version 2", () => {
    const cards = record.cards.map((entry) => ({ ...entry, card: inNewestVersion(entry.card) }));
    expect(hashOf(recordText({ ...record, cards }))).not.toBe(kept.hash);
  });
});
