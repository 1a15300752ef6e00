import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../../src/domain/ids";
import { independenceLine, integritySentences } from "../../../../src/features/debrief/integrity-sentences";
import { callsByPerson, callsLine } from "../../../../src/features/debrief/overall";
import { pilePlaces, shift } from "../../../../src/features/debrief/pile";
import { aHash } from "../../../support/builders/ids";
import {
  aCard,
  aPerson,
  aRecord,
  aRecordCard,
  aSlot,
  noon,
  personId,
  slotId,
} from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "tomas", "noa"]);
const card = (name: string) => aCard(slot, name, {});

describe("what the panel has to know before it trusts the numbers", () => {
  it("is nothing where every card is in and independent", () => {
    const record = aRecord([aRecordCard(card("ana")), aRecordCard(card("tomas"))], [slot]);
    expect(integritySentences(record)).toEqual([]);
    expect(independenceLine(record)).toBe("2 of 2 cards shown to be independent");
  });

  it("names a card that was sealed after the reveal, and does not count it", () => {
    const late = aRecordCard(card("tomas"), { independent: false, dependence: ["sawRevealFirst"] });
    const record = aRecord([aRecordCard(card("ana")), late], [slot]);
    expect(integritySentences(record)).toEqual([
      "tomas, bench: sealed after the reveal was known. Read, not counted.",
    ]);
    expect(independenceLine(record)).toBe("1 of 2 cards shown to be independent");
  });

  it("names who declared a conflict of interest, and nobody who declared none", () => {
    const accepted = (name: string, conflict: string | null) => ({
      hash: aHash(hashSchema, name),
      personId: personId(name),
      at: noon,
      conflict,
      wording: "It stays in the panel.",
    });
    const acceptances = [accepted("ana", null), accepted("tomas", "A cousin.")];
    const persons = [aPerson("ana"), aPerson("tomas")];
    expect(integritySentences(aRecord([aRecordCard(card("ana"))], [slot], { acceptances, persons }))).toEqual(
      ["tomas declared a conflict of interest: “A cousin.”"],
    );
  });

  it("leaves a shadow's card out of both", () => {
    const shadow = aRecordCard(card("noa"), { shadow: true, independent: false, dependence: ["forked"] });
    const record = aRecord([aRecordCard(card("ana")), shadow], [slot]);
    expect(integritySentences(record)).toEqual([]);
    expect(independenceLine(record)).toBe("1 of 1 cards shown to be independent");
  });

  it.each([
    ["notSealed", "ana’s card for bench was never sealed."],
    ["notReleased", "ana’s card for bench is sealed, and its key is not here yet."],
    ["doesNotOpen", "ana’s card for bench does not open with the key that was released."],
  ] as const)("says of a missing card that it is %s", (reason, sentence) => {
    const missing = [{ slotId: slotId("bench"), personId: personId("ana"), reason }];
    const record = aRecord([aRecordCard(card("ana"))], [slot], { missing });
    expect(integritySentences(record)).toEqual([sentence]);
  });

  it("begins with the reason of an early reveal", () => {
    const record = aRecord([aRecordCard(card("ana"))], [slot]);
    const early = {
      ...record,
      reveal: { ...record.reveal, rule: "early" as const, reason: "A laptop broke." },
    };
    expect(integritySentences(early)).toEqual(["Revealed early: A laptop broke."]);
  });
});

describe("overall calls", () => {
  const calls = aRecord(
    [
      aRecordCard({ ...card("ana"), overall: { kind: "call", call: "strongYes" } }),
      aRecordCard({ ...card("tomas"), overall: { kind: "call", call: "no" } }),
      aRecordCard({ ...card("noa"), overall: { kind: "noDecision", reason: "Left early." } }),
    ],
    [slot],
  );

  it("are counted from strong no to strong yes, and no decision is no middle", () => {
    expect(callsLine(calls)).toBe("1 no, 1 strong yes");
  });

  it("count people, as the dots beside them do: who calls yes in two slots is one voice", () => {
    const twice = ["bench", "simulation"].map((title) =>
      aRecordCard({ ...aCard(aSlot(title, ["ana"]), "ana", {}), overall: { kind: "call", call: "yes" } }),
    );
    const against = aRecordCard({ ...card("tomas"), overall: { kind: "call", call: "no" } });
    expect(callsLine(aRecord([...twice, against], [slot]))).toBe("1 no, 1 yes");
  });

  it("are shown by person, a refusal to call with its reason", () => {
    expect(callsByPerson(calls).map(([, given]) => given.map(({ call }) => call))).toEqual([
      ["Strong yes"],
      ["No"],
      ["No decision: Left early."],
    ]);
  });
});

describe("dots on a scale", () => {
  const dots = (...values: readonly number[]) =>
    values.map((value, index) => ({ personId: `${index}`, name: `P ${index}`, value, independent: true }));

  it("stand side by side where their values are a step apart", () => {
    expect(pilePlaces(dots(1, 2, 3), 4)).toEqual([0, 0, 0]);
  });

  it("stand on each other where their values are equal or too close to be told apart", () => {
    expect(pilePlaces(dots(2, 2, 2), 4)).toEqual([0, 1, 2]);
    expect(pilePlaces(dots(2.5, 8 / 3), 4)).toEqual([0, 1]);
  });

  it("never cover one they are near to, also in a row of near neighbours", () => {
    expect(pilePlaces(dots(2, 2.25, 2.5), 4)).toEqual([0, 1, 0]);
    expect(pilePlaces(dots(2.25, 2, 2.5), 4)).toEqual([0, 1, 1]);
  });

  it("begin a second pile beside the first when it is three high", () => {
    expect([0, 2, 3, 6].map(shift)).toEqual([0, 0, 22, 44]);
  });
});
