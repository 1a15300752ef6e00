import { describe, expect, it } from "vitest";
import { leniencyOf as leniencyIn, ratedLoop } from "../../../../src/domain/debrief/leniency";
import { candidateIdSchema } from "../../../../src/domain/ids";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { anId } from "../../../support/builders/ids";
import { aCard, aPerson, aPlan, aRecord, aRecordCard, aSlot } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "ben", "cleo"]);
const questions = ["q-samples", "q-instruments", "q-candour"];
const all = (value: number) => Object.fromEntries(questions.map((id) => [id, value]));

/** A loop of this candidate in which everybody gives every question one rating: three items. */
const aLoop = (candidate: string, given: Readonly<Record<string, number>>): LoopRecord => {
  const plan = aPlan([slot]);
  return aRecord(
    Object.entries(given).map(([name, value]) => aRecordCard(aCard(slot, name, all(value)))),
    [slot],
    {
      plan: {
        ...plan,
        candidate: { ...plan.candidate, candidateId: anId(candidateIdSchema, candidate) },
      },
    },
  );
};

const three = ["one", "two", "three"].map((name) => aLoop(name, { ana: 4, ben: 3, cleo: 2 }));

const leniencyOf = (records: readonly LoopRecord[], name: string) => leniencyIn(records.map(ratedLoop), name);

describe("a rater's leniency", () => {
  it("is the mean distance of their first ratings from the mean of the others'", () => {
    expect(leniencyOf(three, "ana")).toEqual({ kind: "told", steps: 1.5, items: 9, candidates: 3 });
    expect(leniencyOf(three, "ben")).toMatchObject({ kind: "told", steps: 0 });
    expect(leniencyOf(three, "cleo")).toMatchObject({ kind: "told", steps: -1.5 });
  });

  it("follows a person by their name, since every loop gives them another id", () => {
    const renamed = three.map((record, index) => ({
      ...record,
      persons: record.persons.map((person) =>
        person.name === (index === 0 ? "ana" : "ben")
          ? { ...aPerson(person.name), personId: person.personId, name: "Ána  Brandt" }
          : person,
      ),
    }));
    // Three items 1.5 above the others in the first loop, six items level with them in the others.
    expect(leniencyOf(renamed, "ana brandt")).toEqual({ kind: "told", steps: 0.5, items: 9, candidates: 3 });
    expect(leniencyOf(renamed, "dora")).toEqual({ kind: "tooLittle", items: 0, candidates: 0 });
  });

  it("is not told from fewer than three candidates, however many items there are", () => {
    const twice = ["one", "two", "one", "two"].map((name) => aLoop(name, { ana: 4, ben: 3 }));
    expect(leniencyOf(twice, "ana")).toEqual({ kind: "tooLittle", items: 12, candidates: 2 });
  });

  it("is not told from fewer than eight items", () => {
    const few = ["one", "two"].map((name) => aLoop(name, { ana: 4, ben: 3 }));
    const alone = aLoop("three", { ana: 4 });
    expect(leniencyOf([...few, alone], "ana")).toEqual({ kind: "tooLittle", items: 6, candidates: 2 });
  });

  it("is not told where nobody else rated", () => {
    const alone = ["one", "two", "three"].map((name) => aLoop(name, { ana: 4 }));
    expect(leniencyOf(alone, "ana")).toEqual({ kind: "tooLittle", items: 0, candidates: 0 });
  });

  it("is told of everybody from cards that are read once", () => {
    let reads = 0;
    const watched = three.map((record) => ({
      ...record,
      get cards() {
        reads += 1;
        return record.cards;
      },
    }));
    const loops = watched.map(ratedLoop);
    const once = reads;
    expect(once).toBeGreaterThan(0);
    for (const name of ["ana", "ben", "cleo"]) leniencyIn(loops, name);
    expect(reads).toBe(once);
  });
});
