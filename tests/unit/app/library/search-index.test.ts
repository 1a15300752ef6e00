import { describe, expect, it } from "vitest";
import { createSearchIndex } from "../../../../src/app/library/search-index";
import type { Asked } from "../../../../src/bindings/kit-finder";
import { kitIdSchema } from "../../../../src/domain/ids";
import type { FindEntry } from "../../../../src/domain/kit/find/find-entry";
import { anId } from "../../../support/builders/ids";

const kitId = anId(kitIdSchema, "kit");

const entry = (key: string, overrides: Partial<FindEntry> = {}): FindEntry => ({
  key,
  kitId,
  kitTitle: "Alliance Manager",
  kind: "competencyQuestion",
  itemId: key,
  title: "Forecasting",
  text: "How do you plan a quarter?",
  indicators: [],
  levels: ["Junior"],
  discipline: "Planning",
  round: "Panel",
  ...overrides,
});

const asked = (text: string, overrides: Partial<Asked> = {}): Asked => ({
  text,
  kind: null,
  level: null,
  discipline: null,
  round: null,
  ...overrides,
});

const indexOf = (...entries: readonly FindEntry[]) => {
  const index = createSearchIndex();
  index.put(kitId, entries);
  return index;
};

const keys = (index: ReturnType<typeof indexOf>, what: Asked): readonly string[] =>
  index.find(what).shown.map((found) => found.entry.key);

describe("the search over kits", () => {
  it("finds titles, texts and signs, the title first", () => {
    const index = indexOf(
      entry("sign", { indicators: ["Opens the negotiation with a figure."] }),
      entry("title", { title: "Negotiation" }),
      entry("other"),
    );
    expect(keys(index, asked("negotiation"))).toEqual(["title", "sign"]);
  });

  it("forgives a slip of the finger, a word that is not finished, case and accents", () => {
    const index = indexOf(entry("one", { title: "Négotiation" }), entry("other"));
    for (const text of ["negotation", "negot", "NEGOTIATION", "négotiation"])
      expect(keys(index, asked(text)), text).toEqual(["one"]);
    expect(index.find(asked("negotation")).shown[0]?.words).toEqual(["negotiation"]);
  });

  it("does not guess at short words", () => {
    expect(keys(indexOf(entry("one", { title: "Care", text: "" })), asked("cave"))).toEqual([]);
  });

  it("wants every word that was asked for", () => {
    const index = indexOf(entry("both", { title: "Partner trust" }), entry("one", { title: "Partner" }));
    expect(keys(index, asked("partner trust"))).toEqual(["both"]);
  });

  it("filters by kind, level, discipline and round, with an empty text too", () => {
    const index = indexOf(
      entry("a"),
      entry("b", { kind: "exercise", levels: ["Senior"], discipline: "", round: "" }),
    );
    expect(keys(index, asked(""))).toHaveLength(2);
    expect(keys(index, asked("", { kind: "exercise" }))).toEqual(["b"]);
    expect(keys(index, asked("", { level: "Senior" }))).toEqual(["b"]);
    expect(keys(index, asked("", { discipline: "Planning" }))).toEqual(["a"]);
    expect(keys(index, asked("", { round: "Panel" }))).toEqual(["a"]);
  });

  it("replaces what it knew of a kit and forgets a kit that is gone", () => {
    const index = indexOf(entry("old", { title: "Mediation" }));
    index.put(kitId, [entry("new", { title: "Budgeting" })]);
    expect(keys(index, asked("mediation"))).toEqual([]);
    expect(keys(index, asked("budgeting"))).toEqual(["new"]);
    index.remove(kitId);
    expect(index.find(asked(""))).toEqual({ shown: [], count: 0 });
  });
});
