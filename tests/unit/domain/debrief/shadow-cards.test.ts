import { describe, expect, it } from "vitest";
import { debriefAgenda, overallCallsOf } from "../../../../src/domain/debrief/divergence";
import { debriefMatrix } from "../../../../src/domain/debrief/matrix";
import { speakingOrder } from "../../../../src/domain/debrief/speaking-order";
import { weightedTotal } from "../../../../src/domain/debrief/total";
import { aCard, aPerson, aRecord, aRecordCard, aSlot } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "tomas", "shade"]);
const ana = aRecordCard(aCard(slot, "ana", { "q-samples": 3, "q-instruments": 3 }));
const tomas = aRecordCard(aCard(slot, "tomas", { "q-samples": 3, "q-instruments": 2 }));
/** As far from the others as a card can be, so that counting it anywhere would show. */
const shade = aRecordCard(
  aCard(
    slot,
    "shade",
    { "q-samples": 1, "q-instruments": 1 },
    { overall: { kind: "call", call: "strongNo" } },
  ),
  { shadow: true },
);
const persons = [aPerson("ana"), aPerson("tomas"), aPerson("shade", ["shadow"])];
const without = aRecord([ana, tomas], [slot], { persons });
const beside = aRecord([ana, tomas, shade], [slot], { persons });

describe("a shadow's card in the record", () => {
  it("enters no cell, mean or range of the matrix, and no total", () => {
    expect(debriefMatrix(beside)).toEqual(debriefMatrix(without));
    expect(weightedTotal(debriefMatrix(beside))).toEqual(weightedTotal(debriefMatrix(without)));
  });

  it("makes nothing divergent, and is no call and no speaker", () => {
    expect(debriefAgenda(beside)).toEqual(debriefAgenda(without));
    expect(overallCallsOf(beside)).toEqual(overallCallsOf(without));
    const spoken = debriefMatrix(beside).rows.flatMap((row) => speakingOrder(row, persons));
    expect(spoken).not.toContain(shade.personId);
  });

  it("would show in all of that were it a panelist's", () => {
    const counted = aRecord([ana, tomas, { ...shade, shadow: false }], [slot], { persons });
    expect(debriefMatrix(counted)).not.toEqual(debriefMatrix(without));
    expect(debriefAgenda(counted)).not.toEqual(debriefAgenda(without));
  });
});
