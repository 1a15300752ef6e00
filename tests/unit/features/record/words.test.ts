import { describe, expect, it } from "vitest";
import type { Decision } from "../../../../src/domain/debrief/decision";
import { levelIdSchema } from "../../../../src/domain/ids";
import {
  cardsLine,
  exportTrouble,
  hashWords,
  listTrouble,
  outcomeLine,
  recordTrouble,
  revealLine,
} from "../../../../src/features/record/words";
import { aCard, aRecord, aRecordCard, aSlot, personId, slotId } from "../../../support/builders/record";
import { fileCodes, storeCodes } from "../../../support/words/failure-lists";
import { expectWorded } from "../../../support/words/worded";

const slot = aSlot("bench", ["ana", "tomas", "noa"]);
const card = (name: string) => aRecordCard(aCard(slot, name, {}));
const record = aRecord([card("ana")], [slot]);

const decision = (overrides: Partial<Decision>): Decision => ({
  outcome: "hire",
  levelId: null,
  decidedBy: personId("ana"),
  rationale: "Figures that held up.",
  evidence: [],
  dissent: [],
  overrideReason: "",
  ...overrides,
});

describe("the decision in a record", () => {
  it("names the plan's level, or the other one that was decided for", () => {
    expect(outcomeLine(record, decision({}))).toBe("Hire, Junior");
    expect(outcomeLine(record, decision({ outcome: "noHire" }))).toBe("No hire, Junior");
    const other = decision({ outcome: "otherLevel", levelId: levelIdSchema.parse("senior") });
    expect(outcomeLine(record, other)).toBe("Hire at another level, Senior");
  });
});

describe("what a record rests on", () => {
  it("counts opened, independent and missing cards", () => {
    const dependent = { ...card("tomas"), independent: false };
    const missing = [{ slotId: slotId("bench"), personId: personId("ines"), reason: "notSealed" as const }];
    expect(cardsLine(aRecord([card("ana"), dependent], [slot], { missing }))).toBe(
      "2 opened, 1 shown to be independent, 1 missing",
    );
  });

  it("names a shadow's card apart and never counts it", () => {
    const shadow = { ...card("noa"), shadow: true };
    expect(cardsLine(aRecord([card("ana"), shadow], [slot]))).toBe(
      "1 opened, 1 shown to be independent, 0 missing, 1 of a shadow, not counted",
    );
  });

  it("tells a full reveal from an early one with its reason", () => {
    expect(revealLine(record)).toBe("when every required card was sealed");
    const early = { ...record.reveal, rule: "early" as const, reason: "A laptop broke." };
    expect(revealLine({ reveal: early })).toBe("early: A laptop broke.");
  });

  it("shows a hash as people compare it: sixteen characters in groups of four", () => {
    expect(hashWords("kQ7v9cXz2LmB4tR8wYpA1sDfGhJkL0qWeRtYuIoPaSd")).toBe("kQ7v 9cXz 2LmB 4tR8");
    expect(hashWords("")).toBe("");
  });
});

describe("a failed export", () => {
  it.each(["diskFull", "notWritable", "folderMissing"])(
    "says where it happened and that no half file is left: %s",
    (type) => {
      const trouble = exportTrouble({ type, path: "/media/stick/pack.docx" });
      expect(trouble.what).toContain("(/media/stick/pack.docx)");
      expect(trouble.safe).toBe("No half file was left behind; the record is unchanged.");
    },
  );

  it.each(fileCodes)("is told in words: %s", (type) => expectWorded(type, exportTrouble({ type })));

  it("is not taken for a record that does not exist yet", () => {
    expect(recordTrouble({ type: "notRevealed" }).what).toBe(
      "There is no record yet: the cards are not revealed.",
    );
    expect(recordTrouble({ type: "incomplete" }).what).toBe(
      "The plan or the role kit of this loop has not arrived whole yet.",
    );
  });
});

describe("a record that cannot be shown", () => {
  it.each([...storeCodes, "notRevealed", "incomplete", "notClosedYet", "recordArriving", "recordDiffers"])(
    "is told in words: %s",
    (type) => expectWorded(type, recordTrouble({ type })),
  );
  it.each(storeCodes)("says so of the whole list: %s", (type) => expectWorded(type, listTrouble({ type })));
});
