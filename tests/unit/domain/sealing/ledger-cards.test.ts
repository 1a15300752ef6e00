import { describe, expect, it } from "vitest";
import {
  allCards,
  anEnvelope,
  aRoster,
  beginning,
  ben,
  charter,
  cleo,
  fate,
  ledgerOf,
  morning,
  plan,
  roster,
  slotId,
  stranger,
} from "../../../support/sealing/loop-world";

describe("sealed cards", () => {
  it("count when a laptop of their person signed them", () => {
    for (const envelope of allCards) expect(fate(envelope, ...beginning)).toBe("accepted");
  });

  it("are refused from a laptop the roster does not know", () => {
    const forged = anEnvelope("ben", morning, { by: stranger });
    expect(fate(forged, ...beginning)).toBe("refused: unknownDevice");
  });

  it("are refused from a laptop of another person", () => {
    expect(fate(anEnvelope("ben", morning, { by: cleo }), ...beginning)).toBe("refused: otherPersonsCard");
  });

  it("stay valid when their laptop is removed later", () => {
    const devices = roster.body.devices.filter(({ deviceId }) => deviceId !== ben.deviceId);
    const removal = aRoster({ version: 2, prev: roster.hash, generation: 2, devices });
    expect(fate(allCards[1], ...beginning, removal)).toBe("accepted");
  });

  it("are refused for a slot or a kit that no plan has, and wait for a plan", () => {
    const elsewhere = { ...morning, slotId: slotId("cellar") };
    expect(fate(anEnvelope("ben", elsewhere), ...beginning)).toBe("refused: unknownSlot");
    const otherKit = anEnvelope("ben", morning, { card: { kitRoot: plan.hash } });
    expect(fate(otherKit, ...beginning)).toBe("refused: otherKit");
    expect(fate(allCards[1], charter, roster)).toBe("waiting: planMissing");
  });

  it("chain their revisions; one with a gap waits for the one before", () => {
    const second = anEnvelope("ben", morning, { facts: { revision: 2, prev: allCards[1].hash } });
    const third = anEnvelope("ben", morning, { facts: { revision: 3, prev: second.hash } });
    expect(fate(third, ...beginning, allCards[1])).toBe("waiting: previousMissing");
    expect(fate(third, ...beginning, allCards[1], second)).toBe("accepted");
    expect(ledgerOf(...beginning, allCards[1], third).waiting[0]?.missing).toEqual([second.hash]);
  });

  it("are refused where number and chain do not agree", () => {
    const seal = (facts: Parameters<typeof anEnvelope>[2]) => anEnvelope("ben", morning, facts);
    const after = [...beginning, ...allCards];
    expect(fate(seal({ facts: { revision: 2 } }), ...after)).toBe("refused: revisionOutOfOrder");
    const skipped = seal({ facts: { revision: 3, prev: allCards[1].hash } });
    expect(fate(skipped, ...after)).toBe("refused: revisionOutOfOrder");
    const onAnother = seal({ facts: { revision: 2, prev: allCards[0].hash } });
    expect(fate(onAnother, ...after)).toBe("refused: revisionOutOfOrder");
  });

  it("of one revision are a fork: both are kept and shown", () => {
    const restored = anEnvelope("ben", morning, { ratings: { "q-samples": 1 } });
    const ledger = ledgerOf(...beginning, ...allCards, restored);
    expect(ledger.cards).toHaveLength(4);
    expect(ledger.forks).toEqual([{ kind: "card", hashes: [allCards[1].hash, restored.hash].toSorted() }]);
  });

  it("sealed again at an older revision by a restored laptop are a fork too", () => {
    const second = anEnvelope("ben", morning, { facts: { revision: 2, prev: allCards[1].hash } });
    const again = anEnvelope("ben", morning, {
      facts: { revision: 2, prev: allCards[1].hash },
      ratings: { "q-samples": 2 },
    });
    const { forks } = ledgerOf(...beginning, allCards[1], second, again);
    expect(forks).toEqual([{ kind: "card", hashes: [second.hash, again.hash].toSorted() }]);
  });
});
