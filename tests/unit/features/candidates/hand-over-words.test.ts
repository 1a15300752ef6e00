import { describe, expect, it } from "vitest";
import { handOverTrouble, handOverWords } from "../../../../src/features/candidates/hand-over/words";
import { samenessCodes, samenessTrouble } from "../../../../src/features/candidates/same-person/words";
import { aHandOverOffer } from "../../../support/fake-hand-overs";
import { handOverCodes } from "../../../support/words/failure-lists";
import { expectWorded } from "../../../support/words/worded";

describe("what a hand-over says", () => {
  it.each(handOverCodes)("of a failure: %s", (type) => expectWorded(type, handOverTrouble({ type })));

  it("names the word that is none", () => {
    expect(handOverTrouble({ type: "unknownWord", word: "abuot" }).what).toContain("“abuot”");
  });

  it("counts who is new, who has news and who is as here", () => {
    expect(handOverWords.brings(aHandOverOffer)).toBe(
      "4 people: 2 new, 1 with news, 1 as here. 7 files, 214 MB.",
    );
    expect(handOverWords.brings({ ...aHandOverOffer, files: 0, fileBytes: 0 })).toMatch(/No files\.$/);
  });
});

describe("what is said of who is the same person", () => {
  it.each(samenessCodes)("where it is refused: %s", (type) => expectWorded(type, samenessTrouble({ type })));
});
