import { expect, it } from "vitest";
import { saveTrouble } from "../../../../src/features/prep/words";
import { fileCodes } from "../../../support/words/failure-lists";
import { expectWorded } from "../../../support/words/worded";

it.each(fileCodes)("a prep card that was not saved is told in words: %s", (type) =>
  expectWorded(type, saveTrouble({ type })),
);

it("a full disk says what is safe and what to do", () => {
  expect(saveTrouble({ type: "diskFull" })).toEqual({
    what: "The prep card was not saved: the disk is full.",
    safe: "The loop is untouched.",
    todo: "Free some space or choose another disk, then save it again.",
  });
});
