import { expect, it } from "vitest";
import { markedPieces } from "../../../../src/features/library/find/marked";
import { copyTrouble, findTrouble } from "../../../../src/features/library/find/words";
import { storeCodes } from "../../../support/words/failure-lists";
import { expectWorded } from "../../../support/words/worded";

it("marks the words that were found, whatever their case and accents, and keeps the text as it is", () => {
  const pieces = markedPieces("A négotiation, and its Negotiation.", ["negotiation"]);
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
    "négotiation",
    "Negotiation",
  ]);
  expect(pieces.map(({ text }) => text).join("")).toBe("A négotiation, and its Negotiation.");
});

it.each(storeCodes)("finding and copying word every failure: %s", (type) => {
  expectWorded(type, findTrouble({ type }));
  expectWorded(type, copyTrouble({ type }));
});
