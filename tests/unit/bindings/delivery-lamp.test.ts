import { describe, expect, it } from "vitest";
import { deliveryLamp, deliverySentence, stillWanted } from "../../../src/bindings/delivery-lamp";
import { expectedCard } from "../../../src/domain/loop/completeness";
import type { Confirmation } from "../../../src/domain/loop/loop-view";
import { aCardState, aSealed } from "../../support/builders/loop-view";
import { personId } from "../../support/builders/record";

const names = ["ana", "tomas", "ines", "rafael"];
const nameOf = (id: string): string => names.find((name) => personId(name) === id) ?? "nobody";

const cardOf = (heldBy: readonly string[], confirmation?: Confirmation) =>
  expectedCard(
    aCardState("tomas", "bench", {
      sealed: [aSealed("tomas", "bench", heldBy, confirmation === undefined ? {} : { confirmation })],
    }),
  );
const lacking = (count: number, ...keepers: readonly string[]): Confirmation => ({
  needed: 2,
  lacking: count,
  keepers: keepers.map(personId),
});

describe("the delivery lamp", () => {
  it("has a shape and a word of its own for every step", () => {
    const steps = [
      expectedCard(aCardState("tomas", "bench")),
      cardOf([]),
      cardOf(["ines"]),
      cardOf(["ines", "ana"]),
    ].map((card) => deliveryLamp(card, true));
    expect(steps.map(({ shape, words }) => `${shape}: ${words}`)).toEqual([
      "empty: not sealed",
      "core: on this laptop",
      "half: sent",
      "full: confirmed",
    ]);
    expect(steps.map(({ unsafe }) => unsafe)).toEqual([false, true, false, false]);
  });
});

describe("what a card still wants", () => {
  it("is a number of laptops, a keeper's laptop, or both", () => {
    expect(stillWanted(cardOf(["ana"], lacking(1)), nameOf)).toBe("1 more laptop");
    expect(stillWanted(cardOf(["ines"], lacking(1, "ana", "rafael")), nameOf)).toBe(
      "ana’s or rafael’s laptop",
    );
    expect(stillWanted(cardOf([], lacking(2, "ana")), nameOf)).toBe(
      "2 more laptops, among them ana’s laptop",
    );
    expect(stillWanted(cardOf(["ana", "ines"], lacking(0)), nameOf)).toBe("");
  });
});

describe("the author's own card in words", () => {
  it("says where it is and what it waits for", () => {
    expect(deliverySentence(cardOf([]), nameOf)).toMatch(/^On this laptop only\. It travels/);
    expect(deliverySentence(cardOf([], { needed: 0, lacking: 0, keepers: [] }), nameOf)).toBe(
      "On this laptop only: nobody else is in the loop.",
    );
    expect(deliverySentence(cardOf(["ines"], lacking(1, "ana")), nameOf)).toBe(
      "Sent: also on ines’ laptop. Confirmed once it reaches ana’s laptop.",
    );
    expect(deliverySentence(cardOf(["ana", "ines"]), nameOf)).toBe(
      "Confirmed: also on ana’s and ines’ laptops. Losing this laptop does not lose the card.",
    );
  });

  it("speaks of one other laptop in a loop of two", () => {
    expect(deliverySentence(cardOf(["ana"], { needed: 1, lacking: 0, keepers: [] }), nameOf)).toBe(
      "On one other laptop: ana’s laptop.",
    );
  });
});
