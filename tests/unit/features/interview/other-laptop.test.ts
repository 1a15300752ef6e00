import { describe, expect, it } from "vitest";
import { begunElsewhere } from "../../../../src/features/interview/other-laptop";
import { aCardState, aLoopView } from "../../../support/builders/loop-view";
import { aPerson, slotId } from "../../../support/builders/record";

const persons = ["ana", "tomas"].map((name) => aPerson(name));
const begun = { progress: { answered: 2, of: 3 } };

describe("a slot whose card this laptop does not hold", () => {
  it("says so where its person has begun it, and how far it is", () => {
    const view = aLoopView(persons, { cards: [aCardState("ana", "bench", begun)] });
    expect(begunElsewhere(view, slotId("bench"))).toContain("2 of 3 answered");
  });

  it("says nothing where nobody has begun it, or only a colleague has", () => {
    const cards = [aCardState("ana", "bench"), aCardState("tomas", "bench", begun)];
    expect(begunElsewhere(aLoopView(persons, { cards }), slotId("bench"))).toBeNull();
  });
});
