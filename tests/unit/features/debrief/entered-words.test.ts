import { describe, expect, it } from "vitest";
import { enteredWords } from "../../../../src/features/debrief/words";
import { personId } from "../../../support/builders/record";

const name = () => "Ben Sato";
const onBehalf = { by: personId("Ben Sato"), reason: "Her arm is broken." };

describe("how a card came to be", () => {
  it("is not worth a word where its person wrote it in the interview", () => {
    expect(enteredWords({ entered: { kind: "live" }, onBehalf: null }, name)).toBe("");
  });

  it("names who typed it and why, and from what it was entered afterwards", () => {
    expect(enteredWords({ entered: { kind: "live" }, onBehalf }, name)).toBe(
      " · typed in by Ben Sato (Her arm is broken.)",
    );
    expect(enteredWords({ entered: { kind: "afterwards", from: "paper" }, onBehalf }, name)).toBe(
      " · entered afterwards from paper · typed in by Ben Sato (Her arm is broken.)",
    );
  });
});
