import { describe, expect, it } from "vitest";
import { closedDisclosure } from "../../../../src/domain/record/audiences";
import { loopRecordSchema } from "../../../../src/domain/record/record";
import { recordFor } from "../../../../src/domain/record/record-for";
import { aPlantedRecord } from "../../../support/planted-record";

const facts = { ...closedDisclosure, otherCandidates: [] };

describe("a record for one audience", () => {
  it("keeps the codes of the format where panelists are called as the codes are", () => {
    const record = aPlantedRecord();
    const names = ["Hire Asked", "Rated Seen", "Yes Answer", "Live Call"];
    const persons = record.persons.map((person, index) => ({ ...person, name: names[index] ?? person.name }));
    const { record: left } = recordFor({ ...record, persons }, "subjectAccess", facts);
    expect(loopRecordSchema.safeParse(left).success).toBe(true);
    expect(left.decision?.outcome).toBe(record.decision?.outcome);
    expect(left.cards.map(({ card }) => card.overall.kind)).toEqual(
      record.cards
        .filter(({ shadow, card }) => !shadow && card.rolePlay === null)
        .map(({ card }) => card.overall.kind),
    );
  });

  it("keeps who was there at the decision by their ids, also where an id reads like a name", () => {
    const record = aPlantedRecord();
    if (record.decision === null) throw new Error("the record is decided");
    const present = record.persons.map(({ personId }) => personId);
    const decision = { ...record.decision, present };
    const { record: left } = recordFor({ ...record, decision }, "subjectAccess", facts);
    expect(left.decision?.present).toEqual(present);
  });

  it.each([
    ["publicRecords", closedDisclosure],
    ["subjectAccess", { ...closedDisclosure, namePanelists: true }],
  ] as const)("takes addresses out of %s where no name is to be hidden", (audience, disclosure) => {
    const { record, redactions } = recordFor(aPlantedRecord(), audience, {
      ...disclosure,
      otherCandidates: [],
    });
    expect(JSON.stringify(record.cards)).not.toContain("ben@lab.example");
    expect(JSON.stringify(record.cards)).toContain("Ben");
    expect(redactions).toContainEqual({ place: "cards 1", reason: "contact", times: 3 });
  });

  it("leaves no word about a trainee’s card, which it does not show", () => {
    const planted = aPlantedRecord();
    const commented = new Set(planted.comments?.map(({ envelopeHash }) => envelopeHash));
    const shadowed = planted.cards.map((card) => ({ ...card, shadow: commented.has(card.envelopeHash) }));
    expect(recordFor(planted, "hrFile", facts).record.comments).toEqual(planted.comments);
    const { record } = recordFor({ ...planted, cards: shadowed }, "hrFile", facts);
    expect(record.cards.length).toBe(planted.cards.length - commented.size);
    expect(record.comments).toEqual([]);
  });

  it("takes out a panelist who joined with a name typed small", () => {
    const record = aPlantedRecord();
    const persons = record.persons.map((person) => ({ ...person, name: person.name.toLowerCase() }));
    const { redactions } = recordFor({ ...record, persons }, "subjectAccess", facts);
    expect(redactions).toContainEqual({ place: "cards 1", reason: "panelist", times: 3 });
  });
});
