import { describe, expect, it } from "vitest";
import { debriefAgenda } from "../../../../src/domain/debrief/divergence";
import { type Cell, debriefMatrix, type MatrixRow } from "../../../../src/domain/debrief/matrix";
import { indicatorSchema } from "../../../../src/domain/kit/kit";
import { questionTopic } from "../../../../src/domain/kit/lookup";
import type { LoopRecord } from "../../../../src/domain/record/record";
import {
  agendaTitle,
  agreedWords,
  agreementLine,
  cellMark,
  initialsOf,
  ratersLine,
  reasonWords,
  totalLine,
} from "../../../../src/features/debrief/words";
import { aKit } from "../../../support/builders/kit";
import { aCard, aRecord, aRecordCard, aSlot, personId, type Ratings } from "../../../support/builders/record";

const cell = (overrides: Partial<Cell> = {}): Cell => ({
  personId: personId("ana"),
  value: null,
  absence: null,
  independent: true,
  answers: [],
  ...overrides,
});

const slot = aSlot("bench", ["ana", "tomas", "ines"]);

const recordOf = (
  ratings: Readonly<Record<string, Ratings>>,
  dependent: readonly string[] = [],
): LoopRecord =>
  aRecord(
    Object.entries(ratings).map(([name, given]) =>
      aRecordCard(aCard(slot, name, given), dependent.includes(name) ? { independent: false } : {}),
    ),
    [slot],
  );

const rowOf = (record: LoopRecord, title: string): MatrixRow => {
  const row = debriefMatrix(record).rows.find((known) => known.title === title);
  if (row === undefined) throw new Error(`the matrix has no row ${title}`);
  return row;
};

describe("a cell of the matrix", () => {
  it("shows its value to one decimal, and whether it counts", () => {
    expect(cellMark(cell({ value: 8 / 3 }))).toEqual({
      mark: { kind: "value", value: 2.7 },
      label: "first rating",
    });
    expect(cellMark(cell({ value: 3, independent: false }))?.label).toBe("not independent");
  });

  it("shows why there is no value as a sign of its own, never as a low value", () => {
    const shown = (["notAsked", "notObserved", "insufficientEvidence"] as const).map(
      (absence) => cellMark(cell({ absence }))?.mark,
    );
    expect(shown).toEqual([
      { kind: "absent", sign: "–" },
      { kind: "absent", sign: "?" },
      { kind: "absent", sign: "~" },
    ]);
  });

  it("tells left blank from having had no part in the item", () => {
    expect(cellMark(cell({ absence: "blank" }))).toEqual({ mark: { kind: "blank" }, label: "left blank" });
    expect(cellMark(cell())).toBeNull();
  });
});

describe("why an item has to be talked about", () => {
  it("is how many steps the ratings are apart", () => {
    const record = recordOf({ ana: { "q-samples": 4 }, tomas: { "q-samples": 1 } });
    const [first] = debriefAgenda(record).divergent;
    expect(first && reasonWords(first)).toBe("3 steps apart");
  });

  it("names the sign that two raters contradict each other about, without its full stop", () => {
    const row = rowOf(recordOf({ ana: { "q-samples": 3 }, tomas: { "q-samples": 3 } }), "Sample handling");
    const sign = indicatorSchema.parse({ id: "x", text: "Names the figure." });
    expect(ratersLine(row, null)).toBe("2 raters");
    expect(ratersLine(row, { sign, seen: 2, opposite: 1 })).toBe(
      "2 raters · 2 saw “Names the figure”, 1 the opposite",
    );
  });
});

describe("an item that nobody has to talk about", () => {
  const verdict = (ratings: Readonly<Record<string, Ratings>>, dependent: readonly string[] = []) =>
    agreedWords(rowOf(recordOf(ratings, dependent), "Sample handling"));

  it("is agreed once two rated it independently", () => {
    expect(verdict({ ana: { "q-samples": 3 }, tomas: { "q-samples": 3 } })).toBe("agree");
  });

  it("is not called agreed where one or nobody rated it", () => {
    expect(verdict({ ana: { "q-samples": 3 }, tomas: {} })).toBe("one rater");
    expect(verdict({ ana: {}, tomas: {} })).toBe("nobody rated it");
    expect(verdict({ ana: { "q-samples": 3 } }, ["ana"])).toBe("no independent rating");
  });

  it("is not called agreed by a rating that is not independent", () => {
    expect(verdict({ ana: { "q-samples": 3 }, tomas: { "q-samples": 3 } }, ["tomas"])).toBe("one rater");
  });
});

describe("the items of a debrief", () => {
  const titleOf = (id: string): string => {
    const question = aKit().questions.find((known) => known.id === id);
    return question === undefined ? "" : questionTopic(aKit(), question);
  };
  const titles = (rows: readonly MatrixRow[]) => rows.map(({ title }) => title);

  it("stand as agreed only where somebody rated them, independently or not", () => {
    const record = recordOf({ ana: { "q-samples": 3 }, tomas: { "q-instruments": 2 } }, ["tomas"]);
    const { agreed, unrated } = debriefAgenda(record);
    expect(titles(agreed)).toEqual(["Sample handling", titleOf("q-instruments")]);
    expect(titles(unrated)).toEqual([titleOf("q-candour")]);
  });

  it("are unrated also where somebody said why they give no rating", () => {
    const absent = { kind: "absent", reason: "notObserved" } as const;
    const { agreed, unrated } = debriefAgenda(recordOf({ ana: { "q-samples": absent } }));
    expect(titles(agreed)).not.toContain("Sample handling");
    expect(titles(unrated)).toContain("Sample handling");
  });
});

describe("the numbers at the bottom", () => {
  it("count items within one step among those that two rated", () => {
    const record = recordOf({
      ana: { "q-samples": 4, "q-instruments": 3, "q-candour": 3 },
      tomas: { "q-samples": 1, "q-instruments": 2 },
    });
    expect(agreementLine(debriefMatrix(record))).toBe("1 of 2 items within one step");
  });

  it("say that there is nothing to compare rather than a share of nothing", () => {
    const matrix = debriefMatrix(recordOf({ ana: { "q-samples": 4 } }));
    expect(agreementLine(matrix)).toBe("no item has two independent ratings");
  });

  it("give the weighted total with its coverage: (4 - 1) / 3 and (1 - 1) / 3, weighed alike, are 50 of 100", () => {
    const matrix = debriefMatrix(recordOf({ ana: { "q-samples": 4, "q-instruments": 1 } }));
    expect(totalLine(matrix)).toBe("Weighted total of first ratings 50 of 100 · 2 of 2 competencies rated");
  });

  it("give no total where no competency has an independent rating", () => {
    const matrix = debriefMatrix(recordOf({ ana: { "q-samples": 4 } }, ["ana"]));
    expect(totalLine(matrix)).toBe("No competency has an independent rating.");
  });
});

describe("short texts of the debrief", () => {
  it.each([
    ["Ana Brandt", "AB"],
    ["Ana Maria Brandt", "AB"],
    ["  Zoë   Muñoz ", "ZM"],
    ["élodie", "É"],
    ["𝒜da 😀", "𝒜😀"],
    ["", ""],
  ])("makes initials from the first and the last name: %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it.each([
    [0, "Nothing the panel disagrees about"],
    [1, "One thing to talk about"],
    [3, "Three things to talk about"],
    [12, "Twelve things to talk about"],
    [13, "13 things to talk about"],
  ])("titles an agenda of %i", (count, title) => {
    expect(agendaTitle(count)).toBe(title);
  });
});
