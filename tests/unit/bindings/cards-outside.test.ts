import { describe, expect, it } from "vitest";
import { outsideWords } from "../../../src/bindings/cards-outside";
import { levelIdSchema } from "../../../src/domain/ids";
import type { OpenedCard } from "../../../src/domain/loop/loop-view";
import { aCardState, aLoopView, anAuthority, aSealed } from "../../support/builders/loop-view";
import { aPerson, aRecord, aSlot, personId } from "../../support/builders/record";

const people = [aPerson("ana", ["facilitator"]), aPerson("tomas"), aPerson("rafael", ["recordsKeeper"])];
const undecided = aRecord([], [aSlot("bench", ["tomas"])]);
const decided = aRecord([], [aSlot("bench", ["tomas"])], {
  decision: {
    outcome: "hire",
    levelId: levelIdSchema.parse("junior"),
    decidedBy: personId("ana"),
    rationale: "Figures that held up.",
    evidence: [],
    dissent: [],
    overrideReason: "",
  },
});

const withheld: OpenedCard = { state: "withheld" };

const viewOf = (opened: OpenedCard | null, overrides: Parameters<typeof aLoopView>[1] = {}) =>
  aLoopView(people, {
    cards: [aCardState("tomas", "bench", { sealed: [aSealed("tomas", "bench", [], { opened })] })],
    ...overrides,
  });

const nobody: ReadonlySet<never> = new Set();

describe("what is said of sealed cards that are not in the record", () => {
  it("is nothing where all are", () => {
    expect(outsideWords(aLoopView(people, { cards: [] }), decided, nobody)).toBeNull();
  });

  it("names the card, why it is missing, and whom to ask", () => {
    const words = outsideWords(viewOf(withheld), undecided, nobody);
    expect(words?.count).toBe(1);
    expect(words?.cards).toEqual([
      "tomas’ card for bench: its key is not here, and no laptop of tomas’ is in the room.",
    ]);
    expect(words?.todo).toContain(
      "Ask tomas to open Panelbook in the room or to hand over the loop on a stick.",
    );
  });

  it("names the cards of one author together, later revisions as such", () => {
    const second = aSealed("tomas", "bench", [], { revision: 2, opened: withheld });
    const cards = [
      aCardState("tomas", "lunch", { sealed: [aSealed("tomas", "lunch", [], { opened: withheld })] }),
      aCardState("tomas", "bench", { sealed: [second] }),
    ];
    const words = outsideWords(aLoopView(people, { cards }), decided, nobody);
    expect(words?.count).toBe(2);
    expect(words?.cards).toEqual([
      "tomas’ cards for a dropped slot and bench (revision 2): their keys are not here, and no laptop of tomas’ is in the room.",
    ]);
  });

  it("offers escrow where the loop has one, and asks nobody whose laptop is here already", () => {
    const authority = anAuthority(people, personId("ana"), { escrow: personId("rafael") });
    const words = outsideWords(viewOf(withheld, { authority }), undecided, nobody);
    expect(words?.todo).toContain("or rafael to publish the key from escrow");
    const here = outsideWords(viewOf(withheld, { authority }), undecided, new Set([personId("tomas")]));
    expect(here?.cards).toEqual([
      "tomas’ card for bench: its key is on its way, and tomas’ laptop is in the room.",
    ]);
    expect(here?.todo).not.toContain("Ask");
  });

  it("says before a decision that waiting is possible, and afterwards who closes the record again", () => {
    expect(outsideWords(viewOf(withheld), undecided, nobody)?.todo).toContain("You can wait for them here.");
    expect(outsideWords(viewOf(withheld), decided, nobody)?.todo).toContain(
      "this laptop closes the record again",
    );
    const elsewhere = viewOf(withheld, { authority: anAuthority([], personId("ana")) });
    expect(outsideWords(elsewhere, decided, nobody)?.todo).toContain(
      "the facilitator’s laptop closes the record again",
    );
  });

  it("asks for the card again where its key does not open it", () => {
    const words = outsideWords(viewOf({ state: "doesNotOpen" }), decided, nobody);
    expect(words?.cards).toEqual(["tomas’ card for bench: the key that came does not open it."]);
    expect(words?.todo).toContain("Ask tomas to amend the card");
  });
});
