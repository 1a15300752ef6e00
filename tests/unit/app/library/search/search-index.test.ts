import { describe, expect, it } from "vitest";
import { createSearchIndex } from "../../../../../src/app/library/search/search-index";
import { memoryTexts } from "../../../../../src/app/library/search/texts";
import type { Asked } from "../../../../../src/bindings/kit-finder";
import { kitIdSchema } from "../../../../../src/domain/ids";
import type { FindEntry } from "../../../../../src/domain/kit/find/find-entry";
import { anId } from "../../../../support/builders/ids";

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
  const index = createSearchIndex(memoryTexts());
  index.put(kitId, "1", entries);
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
    index.put(kitId, "2", [entry("new", { title: "Budgeting" })]);
    expect(keys(index, asked("mediation"))).toEqual([]);
    expect(keys(index, asked("budgeting"))).toEqual(["new"]);
    index.remove(kitId);
    expect(index.find(asked(""))).toEqual({ shown: [], count: 0 });
  });

  it("names what can be filtered by, and nothing of a kit that is gone", () => {
    const index = indexOf(entry("a", { levels: ["Junior", "Senior"] }), entry("b", { round: "Call" }));
    expect(index.choices()).toEqual({
      levels: ["Junior", "Senior"],
      disciplines: ["Planning"],
      rounds: ["Call", "Panel"],
    });
    index.remove(kitId);
    expect(index.choices()).toEqual({ levels: [], disciplines: [], rounds: [] });
  });

  it("hands out no more than are read and counts them all", () => {
    const index = indexOf(...Array.from({ length: 70 }, (_, at) => entry(`e${at}`)));
    for (const text of ["", "forecasting"]) {
      const found = index.find(asked(text));
      expect([found.shown.length, found.count]).toEqual([60, 70]);
    }
  });

  it("puts the whole word before one that is only begun, and that before a slip", () => {
    const index = indexOf(
      entry("slip", { title: "Planing" }),
      entry("begun", { title: "Plannings" }),
      entry("whole", { title: "Planning" }),
    );
    index.put(anId(kitIdSchema, "far"), "1", [entry("far", { title: "Trust", discipline: "" })]);
    expect(keys(index, asked("planning", { discipline: "Planning" })).slice(0, 2)).toEqual([
      "whole",
      "begun",
    ]);
  });

  it("finds the same after its numbers were packed anew as an index that never knew what is gone", () => {
    const [kept, dropped] = [anId(kitIdSchema, "kept"), anId(kitIdSchema, "dropped")];
    const late = [entry("late", { kitId: kept, title: "Budgeting", round: "Call" }), entry("other")];
    const index = indexOf(entry("early", { title: "Budgeting" }));
    index.put(dropped, "1", [entry("gone", { title: "Budgeting" })]);
    index.put(kept, "1", late);
    index.remove(dropped);
    const again = createSearchIndex(memoryTexts());
    again.put(kitId, "1", [entry("early", { title: "Budgeting" })]);
    again.put(kept, "1", late);
    const { starts, packed, columns } = index.held();
    expect(starts.length - 1).toBe(index.held().about.words.length);
    expect(packed.length).toBe(again.held().packed.length);
    expect(columns.kinds.length).toBe(3);
    for (const what of [asked("budgeting"), asked("budg"), asked("", { round: "Call" })])
      expect(keys(index, what)).toEqual(keys(again, what));
  });
});

it("is as it was where a text of a kit cannot be written, and finds nothing twice once it can", () => {
  const held = memoryTexts();
  let room = 4;
  const index = createSearchIndex({
    ...held,
    append: (bytes) => {
      room -= 1;
      if (room < 0) throw new Error("the disk is full");
      return held.append(bytes);
    },
  });
  index.put(kitId, "1", [entry("one", { title: "Older" }), entry("two")]);
  const newer = [entry("one"), entry("two"), entry("three")];
  expect(() => index.put(kitId, "2", newer)).toThrow("the disk is full");
  expect(index.known()).toEqual([{ id: kitId, state: "1" }]);
  expect(keys(index, asked("older"))).toEqual(["one"]);
  expect(index.find(asked("")).count).toBe(2);
  room = 3;
  index.put(kitId, "2", newer);
  expect(index.find(asked("")).count).toBe(3);
  expect(keys(index, asked("older"))).toEqual([]);
});
