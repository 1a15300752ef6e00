import { describe, expect, it } from "vitest";
import { bundleTrouble } from "../../../../../src/bindings/bundle-trouble";
import type { BundleOffer } from "../../../../../src/bindings/bundles";
import { loopIdSchema } from "../../../../../src/domain/ids";
import { ok } from "../../../../../src/domain/result";
import { bringsLine, heldLine, takenLine } from "../../../../../src/features/room/stick/stick-words";
import { anId } from "../../../../support/builders/ids";

const anOffer = (overrides: Partial<BundleOffer> = {}): BundleOffer => ({
  loopId: anId(loopIdSchema, "loop"),
  name: "loop.pbloop",
  part: "whole",
  at: "2026-11-23T10:52:00.000Z",
  personName: "Tomas",
  deviceLabel: "",
  signedOnly: false,
  brings: { cards: 1, entries: 2, notes: 0, marks: 0 },
  take: async () => ok(undefined),
  ...overrides,
});

describe("what a bundle brings", () => {
  it("is counted in words, leaving out what it has none of", () => {
    expect(bringsLine({ cards: 1, entries: 2, notes: 0, marks: 0 })).toBe(
      "Brings 1 sealed card and 2 other signed entries.",
    );
    expect(bringsLine({ cards: 2, entries: 1, notes: 3, marks: 1 })).toBe(
      "Brings 2 sealed cards, 3 notes, 1 marked question and 1 other signed entry.",
    );
    expect(takenLine(anOffer())).toBe("Taken in: 1 sealed card and 2 other signed entries.");
  });

  it("is said to be nothing where this laptop has it all", () => {
    const brings = { cards: 0, entries: 0, notes: 0, marks: 0 };
    expect(bringsLine(brings)).toBe("Nothing this laptop does not have already.");
    expect(takenLine(anOffer({ brings }))).toBe("Nothing was new.");
  });

  it("says whose contribution it is, to somebody who did not write it", () => {
    expect(heldLine(anOffer())).toBe("The whole loop.");
    expect(heldLine(anOffer({ part: "own" }))).toBe("Only Tomas’ contribution.");
  });
});

describe("a bundle that is refused", () => {
  const reasons = [
    ...["diskFull", "notWritable", "folderMissing", "noLoopSecret"],
    ...["notReadable", "notABundle", "truncated", "damaged", "contentsInvalid", "updateFirst", "tooLarge"],
    ...["doesNotOpen", "notInThisLoop", "otherLoop", "generationMissing", "strangersLaptop"],
    ...["removedLaptop", "panelUnknown", "entryRefused", "stateRefused"],
  ];
  it("has words of its own for every reason, and never shows a code", () => {
    const said = reasons.map((type) => bundleTrouble({ type }).what);
    expect(new Set(said).size).toBe(reasons.length);
    for (const words of said) expect(words).not.toMatch(/[a-z][A-Z]|\(/);
  });

  it("tells a laptop that is not in the loop to be let in first", () => {
    expect(bundleTrouble({ type: "notInThisLoop" }).todo).toContain("invite");
  });
});
