import { describe, expect, it } from "vitest";
import type { KitSummary } from "../../../../src/bindings/services";
import { kitIdSchema } from "../../../../src/domain/ids";
import { differenceLine, fieldWord } from "../../../../src/features/kit/import/difference-words";
import { knownKit } from "../../../../src/features/kit/import/known-kit";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";

const kit = aKit();
const row = (changes: Partial<KitSummary> = {}): KitSummary => ({
  id: anId(kitIdSchema, "another"),
  title: "Another",
  author: "Somebody",
  version: 1,
  levels: [],
  questions: 0,
  findings: 0,
  updatedAt: "2026-11-23T09:30:00.000Z",
  ...changes,
});

describe("the kit of the library that an import brings again", () => {
  it("is the one with its id, whatever it is called by now", () => {
    const renamed = row({ id: kit.id });
    expect(knownKit([row({ title: kit.title, author: kit.author }), renamed], kit)).toBe(renamed);
  });

  it("is else one of the same title and author, whatever their case", () => {
    const twin = row({ title: "lab technician ", author: "INES MOREAU" });
    expect(knownKit([row(), twin], kit)).toBe(twin);
  });

  it("is none where only the title is the same", () => {
    expect(knownKit([row({ title: kit.title })], kit)).toBeNull();
  });
});

describe("a difference in words", () => {
  const about = { list: "questions", id: "q", name: "Candour: When?" } as const;

  it("says what became of the item and what it is called", () => {
    expect(differenceLine({ type: "added", ...about })).toBe("New question: Candour: When?");
    expect(differenceLine({ type: "removed", ...about })).toBe("No longer there, question: Candour: When?");
    expect(differenceLine({ type: "changed", ...about, fields: [] })).toBe(
      "Question changed: Candour: When?",
    );
    expect(differenceLine({ type: "changed", list: "essay", id: "", name: "", fields: [] })).toBe(
      "Essay changed",
    );
    expect(differenceLine({ type: "reordered", list: "rounds" })).toBe("The rounds stand in another order");
  });

  it("calls fields what people call them", () => {
    expect(["positive", "roundId", "prompt"].map(fieldWord)).toEqual(["good signs", "round", "prompt"]);
  });
});
