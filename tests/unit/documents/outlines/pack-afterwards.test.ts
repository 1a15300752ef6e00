import { describe, expect, it } from "vitest";
import {
  levelReadingsSection,
  secondRatingsSection,
} from "../../../../src/documents/outlines/pack-afterwards";
import type { DebriefItem } from "../../../../src/domain/debrief/item";
import { attitudeIdSchema, competencyIdSchema, hashSchema, levelIdSchema } from "../../../../src/domain/ids";
import type { LevelReading, SecondRating } from "../../../../src/domain/loop/debrief-words";
import { aHash } from "../../../support/builders/ids";
import {
  aCard,
  aRecord,
  aRecordCard,
  aSlot,
  exerciseId,
  noon,
  personId,
} from "../../../support/builders/record";
import { samples } from "../../../support/sealing/debrief-entries";

const slot = aSlot("bench", ["ana", "ben"]);
const cards = [
  aRecordCard(aCard(slot, "ana", { "q-samples": 1 })),
  aRecordCard(aCard(slot, "ben", { "q-samples": 3 })),
];
const said = { personId: personId("ana"), at: noon, reason: "heard it", replaced: false };
const second = (item: DebriefItem): SecondRating => ({
  ...said,
  hash: aHash(hashSchema, JSON.stringify(item)),
  item,
  value: 3,
});
const reading = (competencyId: string, levelId: string): LevelReading => ({
  ...said,
  hash: aHash(hashSchema, competencyId + levelId),
  competencyId: competencyIdSchema.parse(competencyId),
  levelId: levelIdSchema.parse(levelId),
});
const unknown: readonly DebriefItem[] = [
  { kind: "competency", competencyId: competencyIdSchema.parse("made-up") },
  { kind: "attitude", attitudeId: attitudeIdSchema.parse("made-up") },
  { kind: "exercise", exerciseId: exerciseId("made-up") },
];
const known: DebriefItem = { kind: "competency", competencyId: samples };

describe("a rating after the discussion", () => {
  it.each(unknown)("of a $kind the kit does not have is in no pack, and the pack is made", (item) => {
    expect(secondRatingsSection(aRecord(cards, [slot], { secondRatings: [second(item)] }))).toEqual([]);
    const both = aRecord(cards, [slot], { secondRatings: [second(item), second(known)] });
    const words = JSON.stringify(secondRatingsSection(both));
    expect(words).toContain("heard it");
    expect(words).not.toContain("made-up");
  });
});

describe("a level reading", () => {
  it("of a competency the kit does not have is in no pack, one of a level it does not have under that name", () => {
    const readings = (...levelReadings: LevelReading[]) =>
      JSON.stringify(levelReadingsSection(aRecord(cards, [slot], { levelReadings })));
    expect(readings(reading("made-up", "made-up"))).toBe("[]");
    expect(readings(reading(samples, "level-nine"))).toContain("level-nine");
  });
});
