import { describe, expect, it } from "vitest";
import { bundleTrouble } from "../../../../src/bindings/bundle-trouble";
import { joinTrouble } from "../../../../src/features/room/join-troubles";
import { printTrouble } from "../../../../src/features/room/print-troubles";
import { bundleCodes, joinCodes, storeCodes } from "../../../support/words/failure-lists";
import { expectWorded } from "../../../support/words/worded";

describe("the room words every failure", () => {
  it.each(joinCodes)("of getting into a loop: %s", (type) =>
    expectWorded(type, joinTrouble({ type, part: "port" })),
  );
  it.each(storeCodes)("of keeping the loop that was joined: %s", (type) =>
    expectWorded(type, joinTrouble({ type })),
  );
  it.each(bundleCodes)("of a loop in a file: %s", (type) => expectWorded(type, bundleTrouble({ type })));
  it.each(storeCodes)("of taking a file in: %s", (type) => expectWorded(type, bundleTrouble({ type })));

  it("of saving the board, with the place", () => {
    expect(printTrouble({ type: "notWritable", path: "/media/stick/board.pdf" }).what).toBe(
      "The board was not written: that folder does not let this program write (/media/stick/board.pdf).",
    );
  });
});
