import { describe, expect, it } from "vitest";
import type { KitSummary } from "../../../../src/bindings/services";
import { kitIdSchema } from "../../../../src/domain/ids";
import { filterKits, newestFirst } from "../../../../src/features/library/kit-rows";
import { anId } from "../../../support/builders/ids";

const summary = (title: string, overrides: Partial<KitSummary> = {}): KitSummary => ({
  id: anId(kitIdSchema, title),
  title,
  author: "Ines Moreau",
  version: 1,
  levels: ["Junior", "Senior"],
  questions: 3,
  findings: 0,
  updatedAt: "2026-11-23T09:00:00.000Z",
  ...overrides,
});

const titles = (kits: readonly KitSummary[]): string[] => kits.map((kit) => kit.title);

describe("the filter of the library", () => {
  const kits = [
    summary("Lab Technician"),
    summary("Partner Manager", { author: "Zoë Muñoz", levels: ["Lead"] }),
  ];

  it("finds by title, author and level, whatever the case and accents", () => {
    expect(titles(filterKits(kits, "LAB"))).toEqual(["Lab Technician"]);
    expect(titles(filterKits(kits, "munoz"))).toEqual(["Partner Manager"]);
    expect(titles(filterKits(kits, "lead"))).toEqual(["Partner Manager"]);
  });

  it("needs every word and shows all without one", () => {
    expect(titles(filterKits(kits, "partner junior"))).toEqual([]);
    expect(titles(filterKits(kits, "  "))).toEqual(["Lab Technician", "Partner Manager"]);
  });
});

describe("the order of the library", () => {
  it("is newest first, then by title, and leaves its input alone", () => {
    const kits = [summary("B"), summary("A"), summary("C", { updatedAt: "2026-11-24T00:00:00.000Z" })];
    expect(titles(newestFirst(kits))).toEqual(["C", "A", "B"]);
    expect(titles(kits)).toEqual(["B", "A", "C"]);
  });

  it("counts numbers in titles as numbers", () => {
    expect(titles(newestFirst([summary("Shift 10"), summary("Shift 9")]))).toEqual(["Shift 9", "Shift 10"]);
  });
});
