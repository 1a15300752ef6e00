import { describe, expect, it } from "vitest";
import { type Candidate, candidateSchema } from "../../../../src/domain/candidate/candidate";
import type { Application } from "../../../../src/domain/candidates/application";
import { applicationIdSchema, candidateIdSchema, kitIdSchema } from "../../../../src/domain/ids";
import {
  candidateRows,
  countStates,
  filterRows,
  maskedName,
} from "../../../../src/features/candidates/candidate-rows";
import { anApplication, later, onDay } from "../../../support/builders/application";
import { anId } from "../../../support/builders/ids";

const kit = {
  id: anId(kitIdSchema, "kit"),
  title: "Lab Technician",
  author: "",
  version: 1,
  levels: [],
  questions: 0,
  findings: 0,
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

const now = Date.parse("2026-11-27T09:00:00.000Z");
const rowsOf = (candidates: readonly Candidate[], applications: readonly Application[] = []) =>
  candidateRows(candidates, applications, [kit], now);

/** An application of a candidate that came in on the second of November. */
const applicationOf = (person: Candidate, name: string): Application =>
  anApplication({ id: anId(applicationIdSchema, name), candidateId: person.id, kitId: kit.id });

describe("two candidates who were merged", () => {
  it("have one name in the list, with the applications of both", () => {
    const zoe = candidate("Zoë Muñoz");
    const joined = {
      kind: "joined",
      at: onDay(5),
      by: "Ana",
      into: zoe.id,
      reason: "Same passport",
    } as const;
    const munoz = candidate("MUÑOZ Zoe", { sameness: [joined] });
    const rows = rowsOf([zoe, munoz], [applicationOf(zoe, "one"), applicationOf(munoz, "two")]);
    expect(rows.map((row) => row.candidate.name)).toEqual(["Zoë Muñoz", "Zoë Muñoz"]);
    expect(rowsOf([zoe, munoz]).map((row) => row.candidate.name)).toEqual(["Zoë Muñoz"]);
  });
});

describe("the list of candidates", () => {
  it("has a row for each application, and one for who has none", () => {
    const [ada, ben] = [candidate("Ada"), candidate("Ben")];
    const held = later(applicationOf(ada, "first"), {
      at: onDay(25),
      by: "Eva",
      kind: "held",
      reason: "On leave",
    });
    const rows = rowsOf([ada, ben], [held, applicationOf(ada, "second")]);
    expect(rows.map((row) => [row.candidate.name, row.state, row.age])).toEqual([
      ["Ada", "On hold", 2],
      ["Ada", "Applied", 25],
      ["Ben", "Not applied yet", 4],
    ]);
    expect(countStates(rows).filter(({ count }) => count > 0)).toEqual([
      { state: "applied", count: 1 },
      { state: "held", count: 1 },
    ]);
    expect(filterRows(rows, { query: "", kitId: null, state: "held" })).toEqual([rows[0]]);
    expect(filterRows(rows, { query: "", kitId: anId(kitIdSchema, "elsewhere"), state: null })).toEqual([]);
  });

  it("masks a name the same way each time, and tells two people apart", () => {
    const [ada, ben] = [candidate("Ada"), candidate("Ben")];
    expect(maskedName(ada.id)).toBe(maskedName(ada.id));
    expect(maskedName(ada.id)).not.toBe(maskedName(ben.id));
    expect(maskedName(ada.id)).toMatch(/^Candidate [A-Z]{4}$/);
  });

  it("puts who was added last first", () => {
    const rows = rowsOf([
      candidate("Ada"),
      candidate("Ben", { createdAt: candidateSchema.shape.createdAt.parse("2026-11-24T09:00:00.000Z") }),
    ]);
    expect(rows.map((row) => row.candidate.name)).toEqual(["Ben", "Ada"]);
  });

  it("names the role, says when none is chosen and when its kit is not here", () => {
    const rows = rowsOf([
      candidate("Ada"),
      candidate("Ben", { kitId: null }),
      candidate("Cem", { kitId: anId(kitIdSchema, "elsewhere") }),
    ]);
    expect(rows.map((row) => row.role)).toEqual([
      "Lab Technician",
      "Not chosen yet",
      "A kit that is not on this laptop",
    ]);
  });

  it("is filtered by name and role, whatever the case and accents", () => {
    const rows = rowsOf([candidate("Zoë Muñoz"), candidate("Ben", { kitId: null })]);
    const names = (query: string) =>
      filterRows(rows, { query, kitId: null, state: null }).map((row) => row.candidate.name);
    expect(names("munoz lab")).toEqual(["Zoë Muñoz"]);
    expect(names("not chosen")).toEqual(["Ben"]);
    expect(names("")).toEqual(["Ben", "Zoë Muñoz"]);
    expect(names("nobody")).toEqual([]);
  });

  it("is filtered by the role alone while names are masked: what is found would say the name", () => {
    const rows = rowsOf([candidate("Zoë Muñoz"), candidate("Ben", { kitId: null })]);
    const names = (query: string) =>
      filterRows(rows, { query, kitId: null, state: null, masked: true }).map((row) => row.candidate.name);
    expect(names("munoz")).toEqual([]);
    expect(names("lab")).toEqual(["Zoë Muñoz"]);
    expect(names("")).toEqual(["Ben", "Zoë Muñoz"]);
  });
});
