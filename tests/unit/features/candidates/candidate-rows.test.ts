import { describe, expect, it } from "vitest";
import { type Candidate, candidateSchema } from "../../../../src/domain/candidate/candidate";
import { candidateIdSchema, kitIdSchema } from "../../../../src/domain/ids";
import { candidateRows, filterRows } from "../../../../src/features/candidates/candidate-rows";
import { anId } from "../../../support/builders/ids";

const kit = {
  id: anId(kitIdSchema, "kit"),
  title: "Lab Technician",
  author: "",
  version: 1,
  levels: [],
  questions: 0,
  updatedAt: "2026-11-23T09:00:00.000Z",
};

const candidate = (name: string, overrides: Partial<Candidate> = {}): Candidate =>
  candidateSchema.parse({
    id: anId(candidateIdSchema, name),
    name,
    contact: "",
    kitId: kit.id,
    createdAt: "2026-11-23T09:00:00.000Z",
    ...overrides,
  });

describe("the list of candidates", () => {
  it("puts who was added last first", () => {
    const rows = candidateRows(
      [
        candidate("Ada"),
        candidate("Ben", { createdAt: candidateSchema.shape.createdAt.parse("2026-11-24T09:00:00.000Z") }),
      ],
      [kit],
    );
    expect(rows.map((row) => row.candidate.name)).toEqual(["Ben", "Ada"]);
  });

  it("names the role, says when none is chosen and when its kit is not here", () => {
    const rows = candidateRows(
      [
        candidate("Ada"),
        candidate("Ben", { kitId: null }),
        candidate("Cem", { kitId: anId(kitIdSchema, "elsewhere") }),
      ],
      [kit],
    );
    expect(rows.map((row) => row.role)).toEqual([
      "Lab Technician",
      "Not chosen yet",
      "A kit that is not on this laptop",
    ]);
  });

  it("is filtered by name and role, whatever the case and accents", () => {
    const rows = candidateRows([candidate("Zoë Muñoz"), candidate("Ben", { kitId: null })], [kit]);
    const names = (query: string) => filterRows(rows, query).map((row) => row.candidate.name);
    expect(names("munoz lab")).toEqual(["Zoë Muñoz"]);
    expect(names("not chosen")).toEqual(["Ben"]);
    expect(names("")).toEqual(["Ben", "Zoë Muñoz"]);
    expect(names("nobody")).toEqual([]);
  });
});
